import { inState } from "@/lib/database/in-state";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow, Route } from "@/lib/database/rows";
import { jumped, LONGEST_DELAY_MS } from "./due";

const DAY_MS = 86_400_000;
/** Received items are kept this long, in case the collector comes back from a backup without them. */
const KEPT_MS = 14 * DAY_MS;
/** After this the person is asked: a report of a month ago may say nothing any more. */
const EXPIRY_MS = 30 * DAY_MS;

const ROUTES: Route[] = ["ingest", "session", "anon", "thread"];

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
  return db.transaction("rw", db.outbox, async () => {
    await inState(db, "received", -Infinity, now - KEPT_MS)
      .filter((row) => (row.receivedAt ?? 0) < now - KEPT_MS)
      .delete();
    // What is offered again after a new epoch had its receipt once: nobody needs to be asked about it.
    const rows = await inState(db, "queued", -Infinity, now - EXPIRY_MS)
      .filter((row) => row.receivedAt === null)
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
 */
export async function offerAgain(
  db: EarshotDatabase,
  collector: string,
  now: number,
  delay: () => number,
): Promise<number> {
  return db.transaction("rw", db.outbox, async () => {
    const delays = new Map<string, number>();
    return inState(db, "received")
      .filter((row) => row.collector === collector && (row.receivedAt ?? 0) >= now - KEPT_MS && row.body !== "")
      .modify((row) => {
        const wait = delays.get(row.subject) ?? Math.min(delay(), LONGEST_DELAY_MS);
        delays.set(row.subject, wait);
        Object.assign(row, { state: "queued", seq: null, epoch: null, nextAt: now + wait, nextSetAt: now });
      });
  });
}
