import type { EarshotDatabase } from "@/lib/database/open";
import type { BlobRoute, BlobRow, ItemProblem } from "@/lib/database/rows";
import { isDue, LEASE_MS, leaseEnded } from "./due";

/**
 * A picture's way: `queued` until the receipt of its report asks for it, `wanted`, `leased` while it is sent, then
 * `stored` or `dead`; from `leased` back to `wanted` at any failure, and to `queued` where the collector says that it
 * does not want it (any more). It is the way of an event, one at a time, and never before its event.
 */
export interface ClaimPicture {
  route: BlobRoute;
  now: number;
  owner: string;
  collector: string;
  alive: ReadonlySet<string> | null;
}

export interface ClaimedPicture {
  row: BlobRow;
  bytes: ArrayBuffer;
}

/** Takes the picture that has waited longest; null where none may go now. */
export async function claimPicture(db: EarshotDatabase, input: ClaimPicture): Promise<ClaimedPicture | null> {
  return db.transaction("rw", db.blobs, db.blobBytes, async () => {
    const free = (await waitingPictures(db)).filter((row) => isFree(row, input));
    const first = free.toSorted((a, b) => a.createdAt - b.createdAt)[0];
    if (!first) return null;
    const stored = await db.blobBytes.get([first.subject, first.sha256]);
    if (!stored) throw new Error("a picture without its bytes");
    const { now, owner } = input;
    const row: BlobRow = { ...first, state: "leased", leaseUntil: now + LEASE_MS, attempt: first.attempt + 1, owner };
    await db.blobs.put(row);
    return { row, bytes: stored.bytes };
  });
}

function isFree(row: BlobRow, { route, now, collector, alive }: ClaimPicture): boolean {
  if (row.route !== route || row.collector !== collector) return false;
  return row.state === "leased" ? leaseEnded(row, now, alive) : isDue(row, now);
}

/** Those that the collector has asked for. Their rows are small, and seldom more than one. */
export function waitingPictures(db: EarshotDatabase): Promise<BlobRow[]> {
  return db.blobs.where("state").anyOf("wanted", "leased").toArray();
}

export interface SettlePicture {
  to: "wanted" | "queued" | "stored" | "dead";
  now: number;
  problem: ItemProblem | null;
}

/** Writes down what became of a picture, where it is still the sender's own. */
export async function settlePicture(db: EarshotDatabase, leased: BlobRow, settle: SettlePicture): Promise<void> {
  const { to: state, now, problem } = settle;
  await db.transaction("rw", db.blobs, db.blobBytes, async () => {
    const key: [string, string] = [leased.subject, leased.sha256];
    const row = await db.blobs.get(key);
    if (row?.state !== "leased" || row.owner !== leased.owner) return;
    await db.blobs.put({ ...row, state, owner: null, nextAt: now, nextSetAt: now, problem });
    if (state === "stored" || state === "dead") await db.blobBytes.delete(key);
  });
}
