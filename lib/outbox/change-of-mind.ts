import { addItems, itemsOf } from "@/lib/database/items";
import type { EarshotDatabase } from "@/lib/database/open";
import type { MineRow, OutboxItem, OutboxRow } from "@/lib/database/rows";
import { contextSchema, type PageContext } from "@/lib/protocol/context";
import type { KnownEvent } from "@/lib/protocol/event";
import { cleanText } from "@/lib/protocol/text";
import { keyInForce } from "./collector-key";
import { bodyOf } from "./damaged";
import { type CreateOutcome, type OutboxDeps, refusingStorage, storeReport, writeReport } from "./create-report";
import { readInstall } from "./install";
import { toMyReport } from "./overlay";
import { pictureOf } from "./picture";
import { CREATED } from "./row-kinds";
import { forget } from "./take-back";
import { writeEvent } from "./write-event";

const BURDEN = "org.earshot.burden.set.v1";

/**
 * "Edit and send again": a refused report becomes a new one with the person's words, and leaves. One that was only set
 * aside and is not changed goes out as it is, so that a collector that has it already recognises it. `isNameless`: the
 * organisation wants no names any more, so it goes as a new one without.
 */
export async function resend(
  reportId: string,
  words: string,
  isNameless: boolean,
  deps: OutboxDeps,
): Promise<CreateOutcome> {
  const { db } = deps;
  return refusingStorage(deps, async () => {
    const mine = await db.mine.get(reportId);
    const rows = await itemsOf(db, reportId);
    const created = rows.find((row) => row.type === CREATED);
    if (!mine || mine.takenBackAt !== undefined || !created || !isHeldBack(rows))
      return { ok: false, reason: "storage" };
    const anonymous = isNameless || mine.identity === "anon";
    const isSame = cleanText(words) === mine.words && anonymous === (mine.identity === "anon");
    if (created.state === "parked" && isSame) {
      const went = await unpark(db, reportId, deps.clock.now());
      return went ? { ok: true, reportId } : { ok: false, reason: "storage" };
    }
    const { burden } = toMyReport(mine, rows);
    const report = { ...mine, words, goal: mine.goal ?? "", burden };
    const picture = await pictureOf(db, reportId);
    const again = { ...report, context: contextOf(created), anonymous, picture };
    const written = await writeReport(again, mine.siteName, deps);
    if (!written.ok) return written;
    const install = await readInstall(db, deps.ids, deps.random);
    const inReport = new Set(rows.filter((row) => row.type === BURDEN).map((row) => row.id));
    const tables = [db.outbox, db.bodies, db.mine, db.blobs, db.blobBytes, db.kv, db.asks];
    const replaced = await db.transaction("rw", tables, async () => {
      const now = await itemsOf(db, reportId);
      // Pressed twice, or gone out meanwhile: the same words must not become two reports.
      if (!isHeldBack(now)) return false;
      await forget(db, reportId);
      const collector = await keyInForce(db);
      await storeReport(db, written, collector);
      const behind = now.filter((row) => isSaidBehind(row) && !inReport.has(row.id));
      await addItems(
        db,
        behind.map((item) => rewrite(item, written.mine, install.id, collector, deps)),
      );
      return true;
    });
    return replaced ? { ok: true, reportId: written.mine.id } : { ok: false, reason: "storage" };
  });
}

/** Whether a report's creation was refused or set aside, so that the person decides. */
function isHeldBack(rows: readonly OutboxRow[]): boolean {
  const state = rows.find((row) => row.type === CREATED)?.state;
  return state === "dead" || state === "parked";
}

/** What the person said about their report after they had filed it. */
function isSaidBehind(row: OutboxItem): boolean {
  return row.type !== CREATED && row.route === "thread" && row.body !== "";
}

/** The same said about the report that takes the first one's place: an event of its own, in that report's form. */
function rewrite(row: OutboxItem, mine: MineRow, installId: string, collector: string, deps: OutboxDeps): OutboxItem {
  const { type, data } = JSON.parse(row.body) as KnownEvent;
  const form = mine.identity === "anon" ? "anonymous" : "claimed";
  return writeEvent({ type, subject: mine.id, route: "thread", form, data }, installId, collector, deps);
}

/** To the collector in force, whichever it was written for: the person has asked for it. All of the report goes there. */
async function unpark(db: EarshotDatabase, reportId: string, now: number): Promise<boolean> {
  return db.transaction("rw", [db.outbox, db.mine, db.blobs, db.kv], async () => {
    const rows = await db.outbox.where("subject").equals(reportId).toArray();
    if (!isHeldBack(rows)) return false;
    const collector = await keyInForce(db);
    await db.outbox
      .where("subject")
      .equals(reportId)
      .filter((row) => row.state === "parked" || row.state === "queued")
      .modify({ state: "queued", parkedFor: null, createdAt: now, nextAt: now, nextSetAt: now, collector });
    await db.mine.update(reportId, { collector, etag: null, nextPollAt: now });
    await db.blobs.where("subject").equals(reportId).modify({ collector });
    return true;
  });
}

function contextOf(created: OutboxItem): PageContext | null {
  const event = bodyOf(created) as { data?: { context?: unknown } } | null;
  const context = contextSchema.safeParse(event?.data?.context);
  // A context that is itself what was refused is left out: the words are what counts.
  return context.success ? context.data : null;
}
