import { deleteItems } from "@/lib/database/items";
import type { EarshotDatabase } from "@/lib/database/open";
import type { BlobRow, OutboxRow } from "@/lib/database/rows";
import { watch } from "@/lib/database/watch";
import type { Clock } from "@/lib/platform/clock";
import { createLooks } from "@/lib/platform/looks";
import type { PolicyState } from "@/lib/policy/policy";
import { isReporters } from "./row-kinds";
import { forget } from "./take-back";

/**
 * A computer that many people use under one profile (policy `sharedDevice`). What somebody says there goes at once, and
 * with the receipt everything of it goes from here: words, picture, the key to its conversation, drafts, the name that
 * was typed, and that they said me too. What is not received yet stays until it is: nothing that was said is lost.
 */

/** What the collector refused cannot be seen here by anybody; the form has said so, and a day is left for a mistake. */
const REFUSED_KEPT_MS = 86_400_000;

export interface SharedDeviceDeps {
  db: EarshotDatabase;
  policy: { current(): Promise<PolicyState>; onChange(callback: () => void): () => void };
  clock: Clock;
  log: { error(message: string, detail?: unknown): void };
  /** There is something to send now. */
  kick(): void;
}

export function createSharedDevice({ db, policy, clock, log, kick }: SharedDeviceDeps) {
  const isShared = async () => (await policy.current()).policy.sharedDevice;
  const look = createLooks(
    async () => {
      if (!(await isShared())) return;
      if (await sweep(db, clock.now())) kick();
    },
    (error) => log.error("a shared computer could not be swept", error),
  );

  let stop: (() => void) | null = null;

  /** Nobody else pays for it: what waits is read anew with each change only where it is swept. */
  async function follow(): Promise<void> {
    const isOn = await isShared();
    if (!isOn) stop?.();
    if (!isOn) return void (stop = null);
    stop ??= watch(
      () => Promise.all([db.outbox.toArray(), db.blobs.toArray(), db.joined.count()]),
      () => void look(),
      (error) => log.error("a shared computer cannot be watched", error),
    );
  }

  return {
    look,
    start(): void {
      policy.onChange(() => void follow());
      void follow();
    },
    /** Somebody closes the form, or begins to use the browser: nobody finds what another one has typed. */
    async leave(): Promise<void> {
      if (await isShared()) await db.transaction("rw", db.drafts, db.kv, async () => clearTyped(db));
    },
  };
}

/** Gives whether something may go now that was to wait. */
async function sweep(db: EarshotDatabase, now: number): Promise<boolean> {
  const tables = [db.outbox, db.bodies, db.mine, db.asks, db.joined, db.drafts, db.blobs, db.blobBytes, db.kv];
  return db.transaction("rw", tables, async () => {
    const rows = (await db.outbox.toArray()).filter((row) => isReporters(row) || row.route === "erase");
    const blobs = await db.blobs.toArray();
    const waiting = rows.filter(({ state, attempt, nextAt }) => state === "queued" && attempt === 0 && nextAt > now);
    // Nothing is written where nothing changes: whoever watches what is cleared would be called by it, and clear again.
    if (waiting.length > 0) await db.outbox.bulkPut(waiting.map((row) => ({ ...row, nextAt: now, nextSetAt: now })));
    const over = [...new Set(rows.map(({ subject }) => subject))].filter((subject) =>
      isOver(
        rows.filter((row) => row.subject === subject),
        blobs.filter((blob) => blob.subject === subject),
        now,
      ),
    );
    const mine = await db.mine.toCollection().primaryKeys();
    // Also of before this computer was shared: their items are gone two weeks after the receipt.
    const left = mine.filter((id) => !rows.some(({ subject }) => subject === id));
    for (const id of [...over.filter((subject) => mine.includes(subject)), ...left]) await forget(db, id);
    const done = rows.filter(({ subject }) => over.includes(subject));
    if (done.length > 0) await deleteItems(db, done);
    if ((await db.joined.count()) > 0) await db.joined.clear();
    if ((await db.asks.count()) > 0) await db.asks.clear();
    if (over.length + left.length > 0) await clearTyped(db);
    return waiting.length > 0;
  });
}

/** Nothing of one report is needed here any more. */
function isOver(rows: readonly OutboxRow[], blobs: readonly BlobRow[], now: number): boolean {
  const isDone = ({ state, createdAt }: OutboxRow) =>
    state === "received" || (state !== "leased" && state !== "queued" && now - createdAt > REFUSED_KEPT_MS);
  // One that waits although its report has arrived was not asked for.
  return rows.every(isDone) && !blobs.some(({ state }) => state === "wanted" || state === "leased");
}

/** Inside a transaction over drafts and kv. */
async function clearTyped(db: EarshotDatabase): Promise<void> {
  await db.drafts.clear();
  await db.kv.delete("name");
}
