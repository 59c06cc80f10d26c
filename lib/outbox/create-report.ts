import { isQuotaError } from "@/lib/database/errors";
import { addItems } from "@/lib/database/items";
import { readKvs } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { BlobRow, MineRow, OutboxItem } from "@/lib/database/rows";
import { sha256Hex } from "@/lib/platform/digest";
import type { Burden } from "@/lib/protocol/burden";
import type { PageContext } from "@/lib/protocol/context";
import { type EventData, type Kind, parseEvent } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import { cleanText } from "@/lib/protocol/text";
import { firstPollAt } from "./first-poll";
import { readInstall, tagFor } from "./install";
import { makeSeal, type Seal } from "./seal";
import {
  attachmentOf,
  blobOf,
  hasRoom,
  keepPicture,
  type NewPicture,
  type PictureRefusal,
  readPicture,
  type ReadPicture,
} from "./picture";
import { type WriteDeps, writeEvent } from "./write-event";

export interface NewReport {
  words: string;
  lang: string;
  goal: string;
  kind: Kind | null;
  burden: Burden;
  context: PageContext | null;
  anonymous: boolean;
  picture: NewPicture | null;
}

/** Where a report was written: the policy's name of the site, and the draft that the report takes the place of. */
export interface WrittenAt {
  siteName: string | null;
  draftKey: string | null;
  /** What was chosen when the report was looked at; without one it is chosen now. */
  seal?: Seal | null;
  /** The event that the person has before their eyes: anything else is not stored. */
  shown?: string | null;
}

export type CreateOutcome =
  | { ok: true; reportId: string; withoutPicture?: true }
  | { ok: false; reason: "empty" | "too-long" | "full" | "storage" | "changed" | PictureRefusal };

export interface OutboxDeps extends WriteDeps {
  db: EarshotDatabase;
  log: { error(message: string, detail?: unknown): void };
}

/** A report that is ready to be stored: inside the transaction only its collector is decided. */
interface WrittenReport {
  mine: MineRow;
  row: OutboxItem;
  blob: { row: BlobRow; bytes: ReadPicture["bytes"] } | null;
  /** The key that was in force when it was written: of now only where it was written inside the transaction. */
  inForce: string;
}

type Written = ({ ok: true } & WrittenReport) | { ok: false; reason: "empty" | "too-long" | PictureRefusal };

/** Checks and writes a report. Nothing is stored yet. */
export async function writeReport(
  report: NewReport,
  siteName: string | null,
  deps: OutboxDeps,
  seal: Seal = makeSeal(deps),
): Promise<Written> {
  const read = await readReport(report);
  return read.ok ? writeRead(report, read.picture, siteName, deps, seal) : read;
}

type Read = { ok: true; picture: ReadPicture | null } | { ok: false; reason: "empty" | "too-long" | PictureRefusal };

/** What can be said of a report before the database is asked. */
async function readReport(report: NewReport): Promise<Read> {
  const words = cleanText(report.words);
  if (!/\S/.test(words) && report.kind === null) return { ok: false, reason: "empty" };
  if (words.length > LIMITS.words || cleanText(report.goal).length > LIMITS.goal)
    return { ok: false, reason: "too-long" };
  const picture = report.picture && (await readPicture(report.picture));
  return typeof picture === "string" ? { ok: false, reason: picture } : { ok: true, picture };
}

/** Waits for nothing but the database. */
async function writeRead(
  report: NewReport,
  picture: ReadPicture | null,
  siteName: string | null,
  deps: OutboxDeps,
  seal: Seal,
): Promise<Written> {
  const written = await freezeReport(report, picture, siteName, deps, seal);
  if (written.row.bodyBytes > LIMITS.eventBytes) return { ok: false, reason: "too-long" };
  // What the collector would refuse must not be called saved: the same schema looks at it here.
  const parsed = parseEvent(JSON.parse(written.row.body));
  if (!parsed.ok) throw new Error(`report is not valid at ${parsed.pointer}: ${parsed.detail}`);
  return { ok: true, ...written };
}

/** The very event that would be queued for this report, unchecked: a person may look at it while they still write. */
export async function previewReport(report: NewReport, seal: Seal, deps: OutboxDeps): Promise<string> {
  const picture = report.picture && (await readPicture(report.picture));
  return (await freezeReport(report, typeof picture === "string" ? null : picture, null, deps, seal)).row.body;
}

async function freezeReport(
  report: NewReport,
  read: ReadPicture | null,
  siteName: string | null,
  deps: OutboxDeps,
  seal: Seal,
): Promise<WrittenReport> {
  const words = cleanText(report.words);
  const goal = cleanText(report.goal);
  const { db, ids, random, clock } = deps;
  const { reportId: id, replyKey } = seal;
  // Words before pictures: where too many wait already, the report goes without.
  const picture = read && (await hasRoom(db, read.bytes.byteLength)) ? read : null;
  const [made, name, collector] = await readKvs(db, "install", "name", "collector");
  const install = made ?? (await readInstall(db, ids, random));
  // No name known means anonymous: there is nothing in between.
  const identity = report.anonymous || name === null ? "anon" : "claimed";
  const data: EventData<"org.earshot.report.created.v1"> = {
    words,
    lang: report.lang,
    ...(/\S/.test(goal) && { goal }),
    ...(report.kind && { kind: report.kind }),
    ...(Object.keys(report.burden).length > 0 && { burden: report.burden }),
    context: identity === "anon" ? withoutTraces(report.context) : report.context,
    replyHash: sha256Hex(replyKey),
    ownTag: tagFor(install, id),
    identity,
    ...(identity === "claimed" && name !== null && { reporter: { name } }),
    ...(picture && { attachments: [attachmentOf(picture)] }),
  };
  const row = writeEvent(
    {
      type: "org.earshot.report.created.v1",
      subject: id,
      route: identity === "anon" ? "anon" : "ingest",
      form: identity === "anon" ? "anonymous" : "claimed",
      data,
      sealed: { id: identity === "anon" ? seal.eventId.anonymous : seal.eventId.claimed, at: seal.at },
    },
    install.id,
    "",
    deps,
  );
  const mine: MineRow = {
    id,
    collector: "",
    replyKey,
    identity,
    createdAt: clock.now(),
    words,
    lang: report.lang,
    goal: data.goal ?? null,
    kind: report.kind,
    burden: report.burden,
    siteName,
    ...(report.context && { page: pageOf(report.context) }),
    thread: null,
    etag: null,
    nextPollAt: firstPollAt(row.nextAt, random),
    polledAt: 0,
    seenAt: 0,
  };
  const blob = picture && { row: blobOf(picture, row), bytes: picture.bytes };
  return { mine, row, blob, inForce: collector?.key ?? "" };
}

/**
 * Saves a report: the event, its picture, the key to its thread, and the end of its draft. One strict transaction, what
 * has to be known for it included: each of them costs a person who waits for "Saved" as much as all the rest.
 */
export async function createReport(report: NewReport, at: WrittenAt, deps: OutboxDeps): Promise<CreateOutcome> {
  const { db } = deps;
  return refusingStorage(deps, async () => {
    const read = await readReport(report);
    if (!read.ok) return read;
    const tables = [db.outbox, db.bodies, db.mine, db.drafts, db.blobs, db.blobBytes, db.kv];
    return db.transaction("rw", tables, async (): Promise<CreateOutcome> => {
      const written = await writeRead(report, read.picture, at.siteName, deps, at.seal ?? makeSeal(deps));
      if (!written.ok) return written;
      if (typeof at.shown === "string" && at.shown !== written.row.body) return { ok: false, reason: "changed" };
      await Promise.all([
        storeReport(db, written, written.inForce),
        at.draftKey === null ? undefined : db.drafts.delete(at.draftKey),
      ]);
      const isWithout = report.picture !== null && written.blob === null;
      return { ok: true, reportId: written.mine.id, ...(isWithout && { withoutPicture: true }) };
    });
  });
}

/**
 * Inside a transaction over outbox, bodies, mine, blobs, blobBytes and kv. The report is for the collector that is in force at
 * this moment (`keyInForce`, read in it): a key that was read before may have been replaced meanwhile.
 */
export async function storeReport(
  db: EarshotDatabase,
  { mine, row, blob }: WrittenReport,
  collector: string,
): Promise<void> {
  // All at once: one after the other, each waits for the one before.
  await Promise.all([
    db.mine.add({ ...mine, collector }),
    addItems(db, [{ ...row, collector }]),
    blob && keepPicture(db, { ...blob.row, collector }, blob.bytes),
  ]);
}

/** A full disk and a broken database are answers for the person, not silence. */
export async function refusingStorage(
  { log }: Pick<OutboxDeps, "log">,
  work: () => Promise<CreateOutcome>,
): Promise<CreateOutcome> {
  try {
    return await work();
  } catch (error) {
    log.error("a report could not be stored", error);
    return { ok: false, reason: isQuotaError(error) ? "full" : "storage" };
  }
}

export function pageOf({ origin, path }: PageContext): NonNullable<MineRow["page"]> {
  return { origin, path: path ?? null };
}

function withoutTraces(context: PageContext | null): PageContext | null {
  if (!context) return null;
  const { title: _title, exactPath: _exactPath, ...rest } = context;
  return rest;
}
