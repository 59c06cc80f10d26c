import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxState } from "@/lib/database/rows";
import { jittered, type Random } from "@/lib/platform/random";
import { NEVER } from "./never";
import { CREATED } from "./row-kinds";

/** How soon the thread of a new report is first asked for. */
const FIRST_POLL_MS = 30 * 60_000;
const DAY_MS = 86_400_000;

/**
 * When the thread of a report that could leave at `from` is first asked for. It is decided when the report is stored,
 * and not by its receipt: that would be one more row to write for each report that goes. So whoever asks looks first
 * whether the collector has it (`putOffUnsent`).
 */
export function firstPollAt(from: number, random: Random): number {
  return from + jittered(FIRST_POLL_MS, random.fraction());
}

/** Puts off the threads of those of these reports that the collector does not have yet; gives their ids. */
export async function putOffUnsent(
  db: EarshotDatabase,
  reportIds: readonly string[],
  now: number,
  random: Random,
): Promise<Set<string>> {
  if (reportIds.length === 0) return new Set();
  return db.transaction("rw", db.outbox, db.mine, async () => {
    const rows = await db.outbox.where("subject").anyOf(reportIds).toArray();
    const creations = rows.filter(({ type, state }) => type === CREATED && state !== "received");
    const unsent = new Map(creations.map(({ subject, state }) => [subject, state]));
    await db.mine
      .where("id")
      .anyOf([...unsent.keys()])
      .modify((row) => {
        row.nextPollAt = nextLook(unsent.get(row.id), now, random);
      });
    return new Set(unsent.keys());
  });
}

function nextLook(state: OutboxState | undefined, now: number, random: Random): number {
  // Sent again it is another report.
  if (state === "dead") return NEVER;
  return state === "parked" ? now + DAY_MS : firstPollAt(now, random);
}
