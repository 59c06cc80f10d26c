import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow } from "@/lib/database/rows";
import { contextSchema, type PageContext } from "@/lib/protocol/context";
import { cleanText } from "@/lib/protocol/text";
import { type CreateOutcome, type OutboxDeps, refusingStorage, storeReport, writeReport } from "./create-report";
import { toMyReport } from "./overlay";
import { forgetPictures, pictureOf } from "./picture";

const CREATED = "org.earshot.report.created.v1";

/**
 * "Edit and send again": a refused report becomes a new one with the person's words, and leaves. One that was only set
 * aside and is not changed goes out as it is, so that a collector that has it already recognises it.
 */
export async function resend(reportId: string, words: string, deps: OutboxDeps): Promise<CreateOutcome> {
  const { db } = deps;
  return refusingStorage(deps, async () => {
    const mine = await db.mine.get(reportId);
    const rows = await db.outbox.where("subject").equals(reportId).toArray();
    const created = rows.find((row) => row.type === CREATED);
    if (!mine || !created || (created.state !== "dead" && created.state !== "parked")) {
      return { ok: false, reason: "storage" };
    }
    if (created.state === "parked" && cleanText(words) === mine.words) {
      await unpark(db, reportId, deps.clock.now());
      return { ok: true, reportId };
    }
    const { burden } = toMyReport(mine, rows);
    const report = { ...mine, words, goal: mine.goal ?? "", burden };
    const anonymous = mine.identity === "anon";
    const picture = await pictureOf(db, reportId);
    const again = { ...report, context: contextOf(created), anonymous, picture };
    const written = await writeReport(again, mine.siteName, deps);
    if (!written.ok) return written;
    await db.transaction("rw", [db.outbox, db.mine, db.blobs, db.blobBytes], async () => {
      await forget(db, reportId);
      await storeReport(db, written);
    });
    return { ok: true, reportId: written.mine.id };
  });
}

/**
 * Deletes a report that the collector does not have: never tried, refused, or set aside. Gives false for one that may
 * be there already; that one has to be taken back, which is another thing.
 */
export async function discard(db: EarshotDatabase, reportId: string): Promise<boolean> {
  return db.transaction("rw", [db.outbox, db.mine, db.blobs, db.blobBytes], async () => {
    const rows = await db.outbox.where("subject").equals(reportId).toArray();
    const created = rows.find((row) => row.type === CREATED);
    const isHere = created?.state === "queued" && created.attempt === 0 && created.receivedAt === null;
    if (!isHere && created?.state !== "dead" && created?.state !== "parked") return false;
    await forget(db, reportId);
    return true;
  });
}

async function forget(db: EarshotDatabase, reportId: string): Promise<void> {
  await db.outbox.where("subject").equals(reportId).delete();
  await db.mine.delete(reportId);
  await forgetPictures(db, reportId);
}

async function unpark(db: EarshotDatabase, reportId: string, now: number): Promise<void> {
  await db.outbox
    .where("subject")
    .equals(reportId)
    .filter((row) => row.state === "parked")
    .modify({ state: "queued", parkedFor: null, createdAt: now, nextAt: now, nextSetAt: now, collector: "" });
}

function contextOf(created: OutboxRow): PageContext | null {
  if (created.body === "") return null;
  const event = JSON.parse(created.body) as { data?: { context?: unknown } };
  const context = contextSchema.safeParse(event.data?.context);
  // A context that is itself what was refused is left out: the words are what counts.
  return context.success ? context.data : null;
}
