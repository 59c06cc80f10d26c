import pg from "pg";
import { StartError } from "../start-error";
import { dbOfPool, types, type Db } from "./db";

/**
 * Opens a PostgreSQL by its URL and proves that it answers. The timeouts keep a hung node from holding the feed row
 * (protocol section 5).
 *
 * @throws StartError where the URL is no URL of a PostgreSQL, or nothing answers there.
 */
export async function openPostgres(url: string): Promise<Db> {
  const where = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 8,
    connectionTimeoutMillis: 5000,
    statement_timeout: 10_000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: "earshot-collector",
  });
  const db = dbOfPool(pool, "postgres");
  try {
    await db.query("select 1");
    return db;
  } catch (error) {
    await db.close();
    throw new StartError(`PostgreSQL at ${where} cannot be used: ${reasonOf(error)}.`, { cause: error });
  }
}

/** Host, port and database of the URL, never its password. */
export function placeOf(url: string): string {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new StartError("DATABASE_URL is not an address of the form postgres://user:password@host:5432/database.");
  }
  const { host, pathname } = new URL(url);
  return `${host || "localhost"}${pathname}`;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ECONNREFUSED":
      return "nothing answers there (ECONNREFUSED)";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `its host name is not known (${code})`;
    case "28P01":
    case "28000":
      return `it refuses the user or the password (${code})`;
    case "3D000":
      return "it has no database of this name (3D000)";
    case "":
      return error instanceof Error && /timeout/i.test(error.message) ? "it did not answer within 5 s" : "it failed";
    default:
      return `it answered ${code}`;
  }
}
