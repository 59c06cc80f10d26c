import { inState } from "@/lib/database/in-state";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow } from "@/lib/database/rows";
import { isProvisional, keyInForce } from "./collector-key";
import { CREATED } from "./row-kinds";

/**
 * Policy says that what waits for another receiver goes to the one in force. That is whole reports of which no receiver
 * has said that it has them, with all that was said about them since. What is about a report that another one has
 * (what people wrote back, me-toos, what IT said) would mean nothing here: it stays for that one.
 *
 * A report that was tried there before may be there without our knowing: it is in both then. Its attempts still count:
 * who takes it back must not read that it never left. Gives how many moved.
 */
export async function moveWaiting(db: EarshotDatabase, now: number): Promise<number> {
  return db.transaction("rw", [db.kv, db.outbox, db.mine, db.blobs], async () => {
    const key = await keyInForce(db);
    // Nobody knows yet whose it is.
    if (isProvisional(key)) return 0;
    const waits = (await inState(db, "parked")).filter(({ parkedFor }) => parkedFor === "other-collector");
    const subjects = new Set(waits.filter(({ type }) => type === CREATED).map(({ subject }) => subject));
    if (subjects.size === 0) return 0;
    const moved = waits
      .filter(({ subject }) => subjects.has(subject))
      .map((row): OutboxRow => ({
        ...row,
        state: "queued",
        parkedFor: null,
        collector: key,
        nextAt: now,
        nextSetAt: now,
      }));
    await db.outbox.bulkPut(moved);
    await db.mine.filter(({ id }) => subjects.has(id)).modify({ collector: key });
    await db.blobs.filter(({ subject }) => subjects.has(subject)).modify({ collector: key });
    return subjects.size;
  });
}
