import type { MineRow } from "@/lib/database/rows";
import { NEVER } from "@/lib/outbox/never";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

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
