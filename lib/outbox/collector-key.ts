import { inState } from "@/lib/database/in-state";
import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow } from "@/lib/database/rows";
import { sha256Hex } from "@/lib/platform/digest";

const PROVISIONAL = "at ";
const WEBHOOK = "webhook ";

/** Stands for a collector of which only the endpoint is known; "" where there is none. */
function provisionalKey(endpoint: string): string {
  return endpoint === "" ? "" : PROVISIONAL + endpoint;
}

/** True for a key that does not say yet which organisation it is. */
export function isProvisional(key: string): boolean {
  return key === "" || key.startsWith(PROVISIONAL);
}

/** The key of an organisation's collector: it stays the same where the collector moves within its origin. */
export function collectorKey(endpoint: string, orgId: string): string {
  return sha256Hex(`${new URL(endpoint).origin}\n${orgId}`).slice(0, 16);
}

/** A webhook says nothing of itself: its key is that of its place. What was written for another receiver stays here. */
export async function adoptWebhook(db: EarshotDatabase, place: string, now: number): Promise<void> {
  const key = WEBHOOK + sha256Hex(place).slice(0, 16);
  if ((await keyInForce(db)) !== key) await adoptCollector(db, place, key, now);
}

/** Whether what was written for it can never be answered, shown again or taken back by it. */
export function isWebhookKey(key: string): boolean {
  return key.startsWith(WEBHOOK);
}

/** The key of the collector in force. Inside the transaction that stores what is written for it. */
export async function keyInForce(db: EarshotDatabase): Promise<string> {
  return (await readKv(db, "collector"))?.key ?? "";
}

/**
 * Another place is in force from now on: an endpoint, for a webhook together with what it takes; "" for none. Whose it
 * is, only its configuration will say.
 */
export async function pointAt(db: EarshotDatabase, endpoint: string): Promise<void> {
  await db.transaction("rw", [db.kv, db.outbox, db.mine, db.blobs], async () => {
    const before = await readKv(db, "collector");
    const key = provisionalKey(endpoint);
    if (before?.endpoint === endpoint && (before.key !== "" || key === "")) return;
    if (before && before.endpoint !== endpoint) await bindTried(db, before.endpoint, before.key);
    await writeKv(db, "collector", { endpoint, key });
  });
}

/** What was written for nobody and has been tried at an endpoint may be there: it is that one's, and no other's. */
async function bindTried(db: EarshotDatabase, endpoint: string, key: string): Promise<void> {
  if (endpoint === "") return;
  const collector = key === "" ? provisionalKey(endpoint) : key;
  const unbound = await db.outbox.filter((row) => row.collector === "").toArray();
  const subjects = new Set(unbound.filter((row) => row.attempt > 0).map((row) => row.subject));
  if (subjects.size === 0) return;
  await db.outbox.filter((row) => row.collector === "" && subjects.has(row.subject)).modify({ collector });
  await db.mine.filter((row) => row.collector === "" && subjects.has(row.id)).modify({ collector });
  await db.blobs.filter((row) => row.collector === "" && subjects.has(row.subject)).modify({ collector });
}

/**
 * The organisation behind an endpoint is known: what was written for that endpoint, or for none, is for it; what was
 * written for another one is set aside, and what was set aside for this one comes back. One transaction with the key
 * itself: a row under a provisional key that nobody adopts any more would wait for ever.
 */
export async function adoptCollector(db: EarshotDatabase, endpoint: string, key: string, now: number): Promise<void> {
  await db.transaction("rw", [db.kv, db.outbox, db.mine, db.blobs, db.reports], async () => {
    await writeKv(db, "collector", { endpoint, key });
    const provisional = provisionalKey(endpoint);
    const isForIt = (row: { collector: string }) => row.collector === "" || row.collector === provisional;
    await db.outbox.filter(isForIt).modify({ collector: key });
    await db.mine.filter(isForIt).modify({ collector: key });
    await db.blobs.filter(isForIt).modify({ collector: key });
    await db.reports.filter(isForIt).modify({ collector: key });
    const cursor = await readKv(db, "cursor");
    if (cursor && isForIt(cursor)) await writeKv(db, "cursor", { ...cursor, collector: key });
    const aside = (await inState(db, "queued"))
      .filter((row) => row.collector !== key)
      .map((row): OutboxRow => ({ ...row, state: "parked", parkedFor: "other-collector" }));
    const back = (await inState(db, "parked"))
      .filter((row) => row.parkedFor === "other-collector" && row.collector === key)
      .map((row): OutboxRow => ({ ...row, state: "queued", parkedFor: null, nextAt: now, nextSetAt: now }));
    await db.outbox.bulkPut([...aside, ...back]);
  });
}
