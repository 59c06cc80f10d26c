import { readKv, writeKv } from "@/lib/database/kv-values";
import { nextPollAt } from "./poll-plan";
import type { PullDeps } from "./pull-deps";

const AFTER_FAILURE_MS = 30 * 60_000;

/** A file that every employee's browser loads, and what is here of it. */
export interface PublicAsk<T> {
  endpoint: string;
  path: string;
  /** null where nothing is here. */
  before: { etag: string | null; nextAt: number } | null;
  mostBytes: number;
  /** Milliseconds until it is asked for again. */
  everyMs: number;
  pollScale: number;
  /** null for what is no such file. */
  read(json: unknown): T | null;
}

/** `early`: it is not time yet. `failed`: what is here stays as it is. */
export type PublicAnswer<T> = { nextAt: number } & (
  | { is: "early" | "same" | "failed" }
  | { is: "new"; content: T; etag: string | null }
);

/**
 * Asks for what is published for everybody: on a timer and without a credential, so that neither collector nor cache
 * learns who visits what.
 */
export function createPublicAsk({ db, request, clock, random }: PullDeps) {
  return async function ask<T>(file: PublicAsk<T>): Promise<PublicAnswer<T>> {
    const { endpoint, path, before, mostBytes, everyMs, pollScale } = file;
    const now = clock.now();
    // A clock that was set back must not hold it for ever.
    if (before && before.nextAt > now && before.nextAt <= now + 2 * everyMs * pollScale) {
      return { is: "early", nextAt: before.nextAt };
    }
    const answer = await request({
      endpoint,
      path,
      authorization: null,
      headers: before?.etag ? { "if-none-match": before.etag } : {},
      cached: true,
      mostBytes,
    });
    const after = (ms: number) => nextPollAt(clock.now(), ms, random.fraction(), pollScale);
    if (answer.kind !== "answer" || !answer.fromCollector) return { is: "failed", nextAt: after(AFTER_FAILURE_MS) };
    if (answer.status === 304 && before !== null) return { is: "same", nextAt: after(everyMs) };
    const content = answer.status === 200 ? file.read(answer.json) : null;
    if (content !== null && (await isOurs(endpoint, answer.epoch))) {
      return { is: "new", content, etag: answer.etag, nextAt: after(everyMs) };
    }
    await doubtConfig(endpoint);
    return { is: "failed", nextAt: after(AFTER_FAILURE_MS) };
  };

  /** The history of another organisation, or of a time before: neither is ours. */
  async function isOurs(endpoint: string, epoch: string | null): Promise<boolean> {
    const known = await readKv(db, "epoch");
    return known?.endpoint !== endpoint || known.epoch === epoch;
  }

  /** Another file than the configuration promised: that is asked for anew, before the next try. */
  async function doubtConfig(endpoint: string): Promise<void> {
    await db.transaction("rw", db.kv, async () => {
      const stored = await readKv(db, "config");
      if (stored?.endpoint === endpoint) await writeKv(db, "config", { ...stored, nextAt: 0 });
    });
  }
}
