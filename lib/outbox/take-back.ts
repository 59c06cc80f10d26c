import { addItems, deleteItems, withBodies } from "@/lib/database/items";
import type { EarshotDatabase } from "@/lib/database/open";
import type { MineRow, OutboxRow } from "@/lib/database/rows";
import type { EventData } from "@/lib/protocol/event";
import { addressed } from "./append";
import { isWebhookKey, keyInForce } from "./collector-key";
import { type OutboxDeps, pageOf } from "./create-report";
import { eraseItem } from "./erase-item";
import { NEVER } from "./never";
import { endPictures, forgetPictures } from "./picture";
import { canUndo, CREATED, eraseItemOf, isOnlyHere, isReporters } from "./row-kinds";

/**
 * Taking a report back.
 *
 * One that has never left this computer, or that the collector refused, or that was set aside, is deleted here, and that
 * is all. Of any other nobody can say whether the collector has it: an attempt without an answer may arrive hours later.
 * So its creation is driven to a receipt first, with its frozen bytes, and only then is the collector asked to erase it
 * (the erase item waits for that, see `claim`). A creation that comes after that finds a tombstone.
 *
 * What the person sees is empty from the first moment on. What lies here goes in two steps: everything that the receipt
 * does not need at once, the frozen creation and what was said behind it with that receipt (`endOfCreation`). Until
 * then, and until the collector was asked, the person may change their mind.
 */
export type TakenBack =
  /** Nothing of it is left, here or anywhere. */
  | "deleted"
  /** The collector will be asked to erase it. */
  | "asked"
  /** It went to a webhook, which erases nothing. */
  | "tooLate"
  /** There is no such report of this person. */
  | "unknown";

export async function takeBack(reportId: string, deps: OutboxDeps): Promise<TakenBack> {
  const { db, clock } = deps;
  return db.transaction("rw", [db.outbox, db.bodies, db.mine, db.asks, db.blobs, db.blobBytes, db.kv], async () => {
    const mine = await db.mine.get(reportId);
    if (!mine) return "unknown";
    // Pressed twice.
    if (mine.takenBackAt !== undefined) return "asked";
    const rows = await rowsOf(db, reportId);
    if (isOnlyHere(rows)) {
      await forget(db, reportId);
      return "deleted";
    }
    const created = rows.find((row) => row.type === CREATED);
    if (isWebhookKey(mine.collector)) {
      // Nobody there can be asked. Until it was taken the person can at least stop it.
      if (!created || created.state === "received") return "tooLate";
      await forget(db, reportId);
      return "deleted";
    }
    await db.mine.put(blanked(mine, clock.now()));
    await db.asks.delete(reportId);
    await endPictures(db, reportId);
    if (!created || created.state === "received") await dropReporters(db, reportId);
    const item = eraseItem(mine, created?.state === "received" ? created.epoch : null, deps);
    await addItems(db, [addressed(item, await keyInForce(db))]);
    return "asked";
  });
}

/** False where it is too late (`canUndo`). The picture does not come back. */
export async function undoTakeBack(db: EarshotDatabase, reportId: string): Promise<boolean> {
  return db.transaction("rw", [db.outbox, db.bodies, db.mine], async () => {
    const mine = await db.mine.get(reportId);
    const rows = await rowsOf(db, reportId);
    if (!mine || !canUndo(rows)) return false;
    const [created] = await withBodies(
      db,
      rows.filter((row) => row.type === CREATED),
    );
    await db.mine.put(restored(mine, created?.body ?? ""));
    await deleteItems(
      db,
      rows.filter((row) => row.route === "erase"),
    );
    return true;
  });
}

/**
 * The person does not want to see any more that they took it back. What erasing it again needs stays for its time, so
 * that a restored backup cannot bring it back; where erasing has come to nothing, nothing stays.
 */
export async function putAway(db: EarshotDatabase, reportId: string): Promise<void> {
  await db.transaction("rw", [db.outbox, db.bodies, db.mine, db.asks, db.blobs, db.blobBytes], async () => {
    const mine = await db.mine.get(reportId);
    if (mine?.takenBackAt === undefined) return;
    if (eraseItemOf(await rowsOf(db, reportId))?.state === "dead") await forget(db, reportId);
    else await db.mine.update(reportId, { putAway: true });
  });
}

/** Deletes a report that the collector does not have; false for one that may be there. That one can be taken back. */
export async function discard(db: EarshotDatabase, reportId: string): Promise<boolean> {
  return db.transaction("rw", [db.outbox, db.bodies, db.mine, db.asks, db.blobs, db.blobBytes], async () => {
    if (!isOnlyHere(await rowsOf(db, reportId))) return false;
    await forget(db, reportId);
    return true;
  });
}

/** Inside a transaction over outbox, bodies, mine, asks, blobs and blobBytes. */
export async function forget(db: EarshotDatabase, reportId: string): Promise<void> {
  await deleteItems(db, await rowsOf(db, reportId));
  await db.mine.delete(reportId);
  await db.asks.delete(reportId);
  await forgetPictures(db, reportId);
}

/**
 * The collector has given its last word on the creation of a report that is being taken back: received in `epoch`, or
 * refused (null). Its bytes are needed no more. Inside a transaction over outbox and bodies.
 */
export async function endOfCreation(db: EarshotDatabase, reportId: string, epoch: string | null): Promise<void> {
  await dropReporters(db, reportId);
  await ofReport(db, reportId)
    .filter((row) => row.route === "erase")
    .modify({ epoch });
}

/** Everything that the reporter has said and that lies here, in whatever state. Inside a transaction over outbox and bodies. */
export async function dropReporters(db: EarshotDatabase, reportId: string): Promise<void> {
  await deleteItems(db, (await rowsOf(db, reportId)).filter(isReporters));
}

function ofReport(db: EarshotDatabase, reportId: string) {
  return db.outbox.where("subject").equals(reportId);
}

function rowsOf(db: EarshotDatabase, reportId: string): Promise<OutboxRow[]> {
  return ofReport(db, reportId).toArray();
}

function blanked(mine: MineRow, takenBackAt: number): MineRow {
  const { id, collector, replyKey, identity, createdAt } = mine;
  return {
    id,
    collector,
    replyKey,
    identity,
    createdAt,
    words: "",
    lang: "und",
    goal: null,
    kind: null,
    burden: {},
    siteName: null,
    thread: null,
    etag: null,
    nextPollAt: NEVER,
    polledAt: 0,
    seenAt: 0,
    takenBackAt,
  };
}

/** The body is our own: it was parsed when it was queued. */
function restored(mine: MineRow, body: string): MineRow {
  const { takenBackAt: _, ...rest } = mine;
  const { data } = JSON.parse(body) as { data: EventData<typeof CREATED> };
  return {
    ...rest,
    words: data.words,
    lang: data.lang,
    goal: data.goal ?? null,
    kind: data.kind ?? null,
    burden: data.burden ?? {},
    siteName: data.context?.site ?? null,
    ...(data.context && { page: pageOf(data.context) }),
    // Looked at soon, and put off as long as it waits.
    nextPollAt: 0,
  };
}
