import type { EarshotDatabase } from "@/lib/database/open";
import type { MineRow, OutboxItem } from "@/lib/database/rows";
import type { WriteDeps } from "./write-event";

/**
 * The wish to take a report back, as an item at the end of its report's queue. Of an anonymous report it waits a random
 * while like everything else about it: two that are taken back in one go must not tell that one person filed them.
 *
 * `epoch` is the history in which the report was received; null where that is not known (yet).
 */
export function eraseItem(
  mine: MineRow,
  epoch: string | null,
  { clock, ids, random, anonymousMs }: WriteDeps,
): OutboxItem {
  const now = clock.now();
  const isAnonymous = mine.identity === "anon";
  return {
    id: ids.random(),
    subject: mine.id,
    type: "org.earshot.report.erased.v1",
    route: "erase",
    state: "queued",
    body: "",
    bodyBytes: 0,
    collector: mine.collector,
    createdAt: now,
    nextAt: isAnonymous ? now + Math.floor(random.fraction() * anonymousMs()) : now,
    nextSetAt: now,
    attempt: 0,
    owner: null,
    leaseUntil: 0,
    receivedAt: null,
    seq: null,
    epoch,
    problem: null,
    parkedFor: null,
    ...(isAnonymous && { anonymous: true }),
  };
}

/** All of them, in any state. There are few: one for each report that was taken back in the last two weeks. */
function eraseItems(db: EarshotDatabase) {
  return db.outbox.where("[route+state+nextAt]").between(["erase", ""], ["erase", "\uffff"]);
}

/** The reports that are being taken back, or were. */
export async function takenBackReports(db: EarshotDatabase): Promise<Set<string>> {
  return new Set((await eraseItems(db).toArray()).map((row) => row.subject));
}
