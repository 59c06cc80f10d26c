import { inState } from "@/lib/database/in-state";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow, Route } from "@/lib/database/rows";
import { jumped, LONGEST_DELAY_MS } from "./due";
import { eraseItems } from "./erase-item";
import { forget } from "./take-back";

const DAY_MS = 86_400_000;
/** Received items are kept this long, in case the collector comes back from a backup without them. */
const KEPT_MS = 14 * DAY_MS;
/** After this the person is asked: a report of a month ago may say nothing any more. */
const EXPIRY_MS = 30 * DAY_MS;

const ROUTES: Route[] = ["ingest", "session", "anon", "thread", "erase"];

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
  return db.transaction("rw", db.outbox, db.mine, db.blobs, db.blobBytes, async () => {
    const isOver = (row: OutboxRow) => row.state === "received" && (row.receivedAt ?? 0) < now - KEPT_MS;
    // Gone everywhere, and no backup that would be restored is older: the last trace of the report goes too.
    for (const { subject } of await eraseItems(db).filter(isOver).toArray()) await forget(db, subject);
    await inState(db, "received", -Infinity, now - KEPT_MS)
      .filter(isOver)
      .delete();
    // What is offered again after a new epoch had its receipt once: nobody needs to be asked about it. Nor about what
    // is being taken back: they have said what they want.
    const takenBack = await takenBackReports(db);
    const rows = await inState(db, "queued", -Infinity, now - EXPIRY_MS)
      .filter((row) => row.receivedAt === null && !takenBack.has(row.subject))
      .toArray();
    const parked = rows.map((row): OutboxRow => ({ ...row, state: "parked", parkedFor: "expired" }));
    await db.outbox.bulkPut(parked);
    // Expired by a clock that ran ahead and has come back.
    await inState(db, "parked", now - EXPIRY_MS + 1)
      .filter((row) => row.parkedFor === "expired")
      .modify({ state: "queued", parkedFor: null, nextAt: now, nextSetAt: now });
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
    const isOffered = (row: OutboxRow) => row.route === "erase" || (row.body !== "" && !takenBack.has(row.subject));
    return inState(db, "received")
      .filter((row) => row.collector === collector && (row.receivedAt ?? 0) >= now - KEPT_MS && isOffered(row))
      .modify((row) => {
        // A fresh start: how hard it was to bring it to the history that is gone says nothing about this one.
        Object.assign(row, { state: "queued", epoch: null, attempt: 0, nextSetAt: now });
        if (row.route === "erase") {
          row.nextAt = now + (row.anonymous ? anonymousDelay() : 0);
          return;
        }
        const wait = delays.get(row.subject) ?? Math.min(delay(), LONGEST_DELAY_MS);
        delays.set(row.subject, wait);
        Object.assign(row, { seq: null, nextAt: now + wait });
      });
  });
}

async function takenBackReports(db: EarshotDatabase): Promise<Set<string>> {
  return new Set((await eraseItems(db).toArray()).map((row) => row.subject));
}
