import type { EarshotDatabase } from "@/lib/database/open";
import type { Route } from "@/lib/database/rows";

/** The roads that anonymous items take: a new report's, its thread's, and back. */
const ROUTES: Route[] = ["anon", "thread", "erase"];

/**
 * What has waited for the network would leave back to back when it returns, and say by that alone that one person
 * wrote it all. So when one anonymous report goes, every other one that is due waits a new random while.
 *
 * `delayMs` gives a new delay for each report; gives how many reports were put off.
 */
export async function spreadAnonymous(
  db: EarshotDatabase,
  going: string,
  now: number,
  delayMs: () => number,
): Promise<number> {
  return db.transaction("rw", db.outbox, db.blobs, async () => {
    const delays = new Map<string, number>();
    const putOff = (row: { subject: string; nextAt: number; nextSetAt: number }) => {
      const delay = delays.get(row.subject) ?? delayMs();
      delays.set(row.subject, delay);
      Object.assign(row, { nextAt: now + delay, nextSetAt: now });
    };
    for (const route of ROUTES) {
      await db.outbox
        .where("[route+state+nextAt]")
        .between([route, "queued", Number.NEGATIVE_INFINITY], [route, "queued", now], true, true)
        .filter((row) => row.subject !== going && row.anonymous === true)
        .modify(putOff);
    }
    await db.blobs
      .where("state")
      .equals("wanted")
      .filter((row) => row.route === "anon" && row.subject !== going && row.nextAt <= now)
      .modify(putOff);
    return delays.size;
  });
}
