import type { EarshotDatabase } from "@/lib/database/open";
import type { ItemProblem, OutboxRow } from "@/lib/database/rows";
import { LONGEST_DELAY_MS } from "./due";
import { forgetPictures } from "./picture";
import { queuedAgain } from "./settle";
import { dropReporters } from "./take-back";

/** Without a change for so long, a person is told that nobody can say what became of their report. */
const UNKNOWN_MS = 7 * 86_400_000;

export type EraseEnd =
  /** The collector has nothing of the report any more. */
  | "gone"
  /** Nothing is known to have happened: again as soon as the gate opens. */
  | "again"
  /** The law keeps the report for a while: asked for daily. */
  | "held"
  /** The collector says that it does not know a report which it has acknowledged. */
  | "unknown";

export interface EraseSettled {
  to: EraseEnd;
  now: number;
  /** The history that the collector tells; null where none answered. */
  epoch: string | null;
  problem: ItemProblem | null;
  /** Milliseconds until it may be asked for again where the collector does not know the report. */
  delayMs: number;
}

/** Writes down what became of an erase item, where it is still the sender's own. */
export async function settleErase(db: EarshotDatabase, leased: OutboxRow, settled: EraseSettled): Promise<void> {
  await db.transaction("rw", [db.outbox, db.bodies, db.blobs, db.blobBytes], async () => {
    const row = await db.outbox.get(leased.order ?? 0);
    if (row?.state !== "leased" || row.owner !== leased.owner) return;
    await db.outbox.put(afterErase(row, settled));
    if (settled.to !== "gone") return;
    await dropReporters(db, row.subject);
    await forgetPictures(db, row.subject);
  });
}

/** One erase item after the collector's word on it; pure. */
function afterErase(row: OutboxRow, { to, now, epoch, problem, delayMs }: EraseSettled): OutboxRow {
  switch (to) {
    case "gone":
      return { ...row, state: "received", owner: null, receivedAt: now, epoch, problem: null };
    case "again":
      // The gate waits, not the item.
      return queuedAgain(row, now, now, row.problem);
    case "held":
      return queuedAgain(row, now + LONGEST_DELAY_MS, now, problem);
    case "unknown":
      if (now - row.createdAt > UNKNOWN_MS) return { ...row, state: "dead", owner: null, problem };
      return queuedAgain(row, now + delayMs, now, problem);
    default:
      return to satisfies never;
  }
}
