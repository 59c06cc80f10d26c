import { inState, ROUTES } from "@/lib/database/in-state";
import { deleteItems } from "@/lib/database/items";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow } from "@/lib/database/rows";
import { jumped, LONGEST_DELAY_MS } from "./due";
import { takenBackReports } from "./erase-item";
import { forget } from "./take-back";

const DAY_MS = 86_400_000;
/** Received items are kept this long, in case the collector comes back from a backup without them. */
const KEPT_MS = 14 * DAY_MS;
/** After this the person is asked: a report of a month ago may say nothing any more. */
const EXPIRY_MS = 30 * DAY_MS;

/** Makes items due whose time a jump of the clock has put out of reach, so that claims find them by their index. */
export async function repairClock(db: EarshotDatabase, now: number): Promise<number> {
  return db.transaction("rw", db.outbox, async () => {
    let repaired = 0;
    for (const route of ROUTES) {
      const later = db.outbox
        .where("[route+state+nextAt]")
        .between([route, "queued", now], [route, "queued", Number.POSITIVE_INFINITY], false, true);
      repaired += await later
        .filter((row) => jumped(row.nextAt, row.nextSetAt, now))
        .modify({ nextAt: now, nextSetAt: now });
    }
    return repaired;
  });
}

/** Deletes what was received long ago, and sets aside what could not be sent for a month. Never drops anything unsent. */
export async function expire(db: EarshotDatabase, now: number): Promise<OutboxRow[]> {
  return db.transaction("rw", [db.outbox, db.bodies, db.mine, db.asks, db.blobs, db.blobBytes], async () => {
    const over = (await inState(db, "received")).filter((row) => (row.receivedAt ?? 0) < now - KEPT_MS);
    // Gone everywhere, and no backup that would be restored is older: the last trace of the report goes too.
    for (const { subject } of over.filter((row) => row.route === "erase")) await forget(db, subject);
    await deleteItems(db, over);
    // What is offered again after a new epoch had its receipt once: nobody needs to be asked about it. Nor about what
    // is being taken back: they have said what they want.
    const takenBack = await takenBackReports(db);
    const isTooOld = (row: OutboxRow) => row.createdAt <= now - EXPIRY_MS;
    const parked = (await inState(db, "queued"))
      .filter((row) => isTooOld(row) && row.receivedAt === null && !takenBack.has(row.subject))
      .map((row): OutboxRow => ({ ...row, state: "parked", parkedFor: "expired" }));
    // Expired by a clock that ran ahead and has come back.
    const back = (await inState(db, "parked"))
      .filter((row) => row.parkedFor === "expired" && !isTooOld(row))
      .map((row): OutboxRow => ({ ...row, state: "queued", parkedFor: null, nextAt: now, nextSetAt: now }));
    await db.outbox.bulkPut([...parked, ...back]);
    return parked;
  });
}

/**
 * The collector tells another history than before: it may have lost what it had acknowledged. Everything received in
 * the last 14 days is offered again; it recognises what it still has. Each report waits a random part of the spread,
 * so that a company's browsers do not all come at once.
 *
 * What was taken back is not offered, but taken back again, and at once: until then it can be read again.
 * `anonymousDelay` is for those without a name, which must not come together.
 */
export async function offerAgain(
  db: EarshotDatabase,
  collector: string,
  now: number,
  delay: () => number,
  anonymousDelay: () => number,
): Promise<number> {
  return db.transaction("rw", db.outbox, async () => {
    const delays = new Map<string, number>();
    const takenBack = await takenBackReports(db);
    const isOffered = (row: OutboxRow) => row.route === "erase" || (row.bodyBytes > 0 && !takenBack.has(row.subject));
    const offered = (await inState(db, "received")).filter(
      (row) => row.collector === collector && (row.receivedAt ?? 0) >= now - KEPT_MS && isOffered(row),
    );
    const waitOf = (row: OutboxRow) => {
      if (row.route === "erase") return row.anonymous ? anonymousDelay() : 0;
      const wait = delays.get(row.subject) ?? Math.min(delay(), LONGEST_DELAY_MS);
      delays.set(row.subject, wait);
      return wait;
    };
    await db.outbox.bulkPut(offered.map((row) => startAfresh(row, now, waitOf(row))));
    return offered.length;
  });
}

/** How hard it was to bring an item to the history that is gone says nothing about this one. */
function startAfresh(row: OutboxRow, now: number, waitMs: number): OutboxRow {
  return { ...row, state: "queued", seq: null, epoch: null, attempt: 0, nextAt: now + waitMs, nextSetAt: now };
}
