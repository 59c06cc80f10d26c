import type { Db, Queryable } from "./db";

/** Serialization failure and deadlock: the whole transaction may be run again. */
const AGAIN = new Set(["40001", "40P01"]);
const MAX_ATTEMPTS = 8;

export interface RetryDeps {
  db: Db;
  /** From 0 up to 1. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** A transaction that is repeated where the database asks for it, after 5-200 ms of full jitter. */
export async function retriedTransaction<T>(deps: RetryDeps, work: (tx: Queryable) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deps.db.transaction(work);
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !AGAIN.has(sqlState(error))) throw error;
      await deps.sleep(5 + deps.random() * 195);
    }
  }
}

export function sqlState(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The database cannot be reached or is going down: nothing was stored, the client may come again. */
export function isUnavailable(error: unknown): boolean {
  const code = sqlState(error);
  if (/^(08|53|57P|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOST)/.test(code)) return true;
  return (
    error instanceof Error &&
    code === "" &&
    /Connection terminated|connection timeout|timeout exceeded/i.test(error.message)
  );
}

/** A lock or statement timeout, or too many serialization failures: the database is there, and busy. */
export function isBusy(error: unknown): boolean {
  return ["55P03", "57014", "25P03", ...AGAIN].includes(sqlState(error));
}
