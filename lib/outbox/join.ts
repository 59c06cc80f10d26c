import type { JoinedRow } from "@/lib/database/known-rows";
import type { EarshotDatabase } from "@/lib/database/open";
import type { Burden } from "@/lib/protocol/burden";
import type { KnownAnnoyance } from "@/lib/protocol/summary";
import type { Append } from "./append";
import { keyInForce } from "./collector-key";
import type { OutboxDeps } from "./create-report";
import { readInstall, tagFor } from "./install";
import { ownIds } from "./own-ids";

/**
 * Me too, or not any more. Always anonymous: joining a colleague must cost no courage. That this person said it is kept
 * here and nowhere else, in one transaction with the event. false where it was not saved, and for what is theirs anyhow.
 */
export function createJoin({ db, ids, random, clock, log }: OutboxDeps, append: Append) {
  return async function metoo(reportId: string, on: boolean, burden: Burden | undefined): Promise<boolean> {
    const install = await readInstall(db, ids, random);
    const data = { tag: tagFor(install, reportId), on, ...(burden && { burden }) };
    const event = {
      type: "org.earshot.metoo.set.v1",
      subject: reportId,
      route: "anon",
      form: "anonymous",
      data,
    } as const;
    const tables = [db.outbox, db.bodies, db.mine, db.reports, db.kv, db.buckets, db.joined, db.asks];
    try {
      return await db.transaction("rw", tables, async () => {
        if (on && (await ownIds(db)).has(reportId)) return false;
        if (!(await append(event, install))) return false;
        await remember(reportId, on, burden);
        return true;
      });
    } catch (error) {
      log.error("a me too could not be stored", error);
      return false;
    }
  };

  async function remember(id: string, on: boolean, burden: Burden | undefined): Promise<void> {
    if (!on) {
      await db.asks.delete(id);
      return db.joined.delete(id);
    }
    const collector = await keyInForce(db);
    const before = await db.joined.get(id);
    const known = (await findKnown(db, collector, id)) ?? before?.known;
    if (!known) return;
    // Joined with its status before their eyes.
    const seenStatus = known.statusEvent;
    const said: JoinedRow = { id, collector, burden: {}, at: clock.now(), seenStatus, ...before, known };
    await db.joined.put({ ...said, ...(burden && { burden }) });
  }
}

async function findKnown(db: EarshotDatabase, collector: string, id: string): Promise<KnownAnnoyance | undefined> {
  const buckets = await db.buckets.filter((row) => row.collector === collector).toArray();
  return buckets.flatMap(({ items }) => items).find(({ reportId }) => reportId === id);
}
