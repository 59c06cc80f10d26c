import type { MineRow } from "@/lib/database/rows";
import { NEVER } from "@/lib/outbox/never";
import { jittered } from "@/lib/platform/random";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How often each thing is asked for, in milliseconds, while the browser is active (protocol section 7). What this makes
 * of a company of ten thousand, hour by hour, is `npm run polls`.
 */
export const EVERY_MS = {
  config: DAY_MS,
  /** The files that are the same for everybody. */
  known: 4 * HOUR_MS,
  /** The published months: there is a new one each month, and whoever opens the popup asks sooner. */
  news: 7 * DAY_MS,
  /** Whose token a reviewer's is. */
  session: DAY_MS / 2,
  /** What has changed in the reports that a reviewer may see. */
  changes: HOUR_MS / 12,
} as const;

/**
 * When something that was just answered is asked for again: its interval, 20 % up or down so that a company does not
 * ask in step. `scale` is the collector's `pollScale`; `fraction` is random, from 0 up to 1.
 */
export function nextPollAt(now: number, intervalMs: number, fraction: number, scale = 1): number {
  return now + jittered(intervalMs * scale, fraction);
}

/** How long until a thread is asked for again, by the age of its last change: most answers come soon or late. */
export function threadIntervalMs(mine: Pick<MineRow, "thread" | "createdAt">, now: number): number {
  const { thread } = mine;
  const times = [mine.createdAt, ...(thread?.timeline ?? []).map((line) => Date.parse(line.at))];
  const ageMs = now - Math.max(...times.filter((time) => time <= now), 0);
  if (isFinished(thread) && ageMs > 30 * DAY_MS) return NEVER;
  if (ageMs < DAY_MS) return HOUR_MS / 2;
  if (ageMs < 7 * DAY_MS) return 2 * HOUR_MS;
  return ageMs < 30 * DAY_MS ? 6 * HOUR_MS : DAY_MS;
}

/** Closed, and where a fix was claimed the person has said whether it helped. */
function isFinished(thread: MineRow["thread"]): boolean {
  if (!thread) return false;
  // A no that IT looks at again may become something else long after.
  if (thread.status === "declined") return thread.lookAgain === undefined;
  const isClaimed = thread.status === "done" || thread.status === "possible";
  return isClaimed && thread.mine.forEvent === thread.statusEvent && thread.mine.answer !== null;
}
