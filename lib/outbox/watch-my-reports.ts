import { withBodies } from "@/lib/database/items";
import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxItem, OutboxRow, Route } from "@/lib/database/rows";
import { watch } from "@/lib/database/watch";
import { systemClock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import type { MyReport } from "./my-report";
import { type ClosedUntil, newestWord, toMyReport } from "./overlay";
import { CREATED } from "./row-kinds";

/** Calls back with the person's reports, newest first, now and after every change; gives the function that ends it. */
export function watchMyReports(
  db: EarshotDatabase,
  onReports: (reports: MyReport[]) => void,
  onError: (error: unknown) => void = (error) => log.error("my reports cannot be read", error),
): () => void {
  return watch(() => readMyReports(db), onReports, onError);
}

export async function readMyReports(db: EarshotDatabase, now = systemClock.now()): Promise<MyReport[]> {
  const shown = (await db.mine.toArray()).filter((row) => row.putAway !== true);
  const mine = shown.toSorted((a, b) => b.createdAt - a.createdAt);
  const rows = new Map<string, OutboxItem[]>(mine.map(({ id }) => [id, []]));
  const stored = await db.outbox
    .where("subject")
    .anyOf([...rows.keys()])
    .toArray();
  // What a report itself says is in `mine`.
  const isCreation = (row: OutboxRow) => row.type === CREATED;
  const items = [
    ...stored.filter(isCreation).map((row) => ({ ...row, body: "" })),
    ...(await withBodies(
      db,
      stored.filter((row) => !isCreation(row)),
    )),
  ];
  for (const item of items) rows.get(item.subject)?.push(item);
  const closed = await closedRoutes(db);
  const pictures = new Map((await db.blobs.toArray()).map((row) => [row.subject, row]));
  const asks = new Map((await db.asks.toArray()).map((row) => [row.id, row]));
  return mine.map((row) =>
    toMyReport(row, rows.get(row.id) ?? [], closed, pictures.get(row.id), asks.get(row.id), now),
  );
}

async function closedRoutes(db: EarshotDatabase): Promise<ClosedUntil> {
  const gates = await readKv(db, "gates");
  const closed: ClosedUntil = {};
  for (const [route, gate] of Object.entries(gates?.routes ?? {}) as [Route, { until: number }][]) {
    closed[route] = gate.until;
  }
  return closed;
}

/** The person has looked at a report, or at one that they joined: what IT said until now is no news any more. */
export async function markSeen(db: EarshotDatabase, reportId: string): Promise<void> {
  await db.transaction("rw", db.mine, db.joined, async () => {
    const [mine, joined] = await Promise.all([db.mine.get(reportId), db.joined.get(reportId)]);
    if (joined) await db.joined.update(reportId, { seenStatus: joined.known.statusEvent });
    if (mine) await db.mine.update(reportId, { seenAt: newestWord(mine.thread) });
  });
}
