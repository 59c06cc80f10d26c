import { readMyReports } from "@/lib/outbox/watch-my-reports";
import { clientWorld, type ClientWorld } from "./client-world";

/** Words of a report that nobody shall find again. */
export const WORDS = "Nobody must read this again";

/** What has been asked of the collector since, as "POST /v1/events". */
export function asked(w: ClientWorld, from = 0): string[] {
  return w.collector.seen
    .slice(from)
    .filter(({ method }) => method !== "GET")
    .map(({ method, path }) => `${method} ${path}`);
}

/** How far taking back has come, for each report in the list; null for one that was not. */
export async function takenBack(w: ClientWorld) {
  return (await readMyReports(w.db)).map((report) => report.takenBack?.state ?? null);
}

/** Whether the words are still anywhere in the database. */
export async function traces(w: ClientWorld): Promise<boolean> {
  const tables = [w.db.outbox, w.db.mine, w.db.blobs, w.db.reports];
  return JSON.stringify(await Promise.all(tables.map((table) => table.toArray()))).includes(WORDS);
}

/** Filed, and acknowledged. */
export async function sent(more = {}): Promise<ClientWorld & { id: string }> {
  const w = await clientWorld();
  const id = await w.file({ words: WORDS, ...more });
  w.clock.move(11 * 60_000);
  await w.engine.kick();
  return { ...w, id };
}
