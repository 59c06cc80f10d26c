import { isQuotaError } from "@/lib/database/errors";
import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { MineRow, OutboxRow } from "@/lib/database/rows";
import { base64url, sha256Hex } from "@/lib/platform/digest";
import type { Burden } from "@/lib/protocol/burden";
import type { PageContext } from "@/lib/protocol/context";
import { type EventData, type Kind, parseEvent } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import { cleanText } from "@/lib/protocol/text";
import { readInstall, tagFor } from "./install";
import { type WriteDeps, writeEvent } from "./write-event";

export interface NewReport {
  words: string;
  lang: string;
  goal: string;
  kind: Kind | null;
  burden: Burden;
  context: PageContext | null;
  anonymous: boolean;
}

/** Where a report was written: the policy's name of the site, and the draft that the report takes the place of. */
export interface WrittenAt {
  siteName: string | null;
  draftKey: string | null;
}

export type CreateOutcome =
  | { ok: true; reportId: string }
  | { ok: false; reason: "empty" | "too-long" | "full" | "storage" };

export interface OutboxDeps extends WriteDeps {
  db: EarshotDatabase;
  log: { error(message: string, detail?: unknown): void };
}

/** A report that is ready to be stored: nothing about it is decided inside the transaction. */
interface WrittenReport {
  mine: MineRow;
  row: OutboxRow;
}

type Written = ({ ok: true } & WrittenReport) | { ok: false; reason: "empty" | "too-long" };

/** Checks and writes a report, and makes its reply key. Nothing is stored yet. */
export async function writeReport(report: NewReport, siteName: string | null, deps: OutboxDeps): Promise<Written> {
  const words = cleanText(report.words);
  const goal = cleanText(report.goal);
  if (!/\S/.test(words) && report.kind === null) return { ok: false, reason: "empty" };
  if (words.length > LIMITS.words || goal.length > LIMITS.goal) return { ok: false, reason: "too-long" };

  const { db, ids, random, clock } = deps;
  const id = ids.random();
  const install = await readInstall(db, ids, random);
  const name = await readKv(db, "name");
  const collector = (await readKv(db, "collector"))?.key ?? "";
  // No name known means anonymous: there is nothing in between.
  const identity = report.anonymous || name === null ? "anon" : "claimed";
  const replyKey = base64url(random.bytes(32));
  const data: EventData<"org.earshot.report.created.v1"> = {
    words,
    lang: report.lang,
    ...(/\S/.test(goal) && { goal }),
    ...(report.kind && { kind: report.kind }),
    ...(Object.keys(report.burden).length > 0 && { burden: report.burden }),
    context: identity === "anon" ? withoutTraces(report.context) : report.context,
    replyHash: await sha256Hex(replyKey),
    ownTag: await tagFor(install, id),
    identity,
    ...(identity === "claimed" && name !== null && { reporter: { name } }),
  };
  const row = writeEvent(
    {
      type: "org.earshot.report.created.v1",
      subject: id,
      route: identity === "anon" ? "anon" : "ingest",
      form: identity === "anon" ? "anonymous" : "claimed",
      data,
    },
    install.id,
    collector,
    deps,
  );
  if (row.bodyBytes > LIMITS.eventBytes) return { ok: false, reason: "too-long" };
  // What the collector would refuse must not be called saved: the same schema looks at it here.
  const parsed = parseEvent(JSON.parse(row.body));
  if (!parsed.ok) throw new Error(`report is not valid at ${parsed.pointer}: ${parsed.detail}`);
  const mine: MineRow = {
    id,
    collector,
    replyKey,
    identity,
    createdAt: clock.now(),
    words,
    lang: report.lang,
    goal: data.goal ?? null,
    kind: report.kind,
    burden: report.burden,
    siteName,
    thread: null,
    etag: null,
    nextPollAt: NEVER,
    polledAt: 0,
    seenAt: 0,
  };
  return { ok: true, mine, row };
}

/** A thread is asked for only once its report was received. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** Saves a report: the event, the key to its thread, and the end of its draft, in one strict transaction. */
export async function createReport(report: NewReport, at: WrittenAt, deps: OutboxDeps): Promise<CreateOutcome> {
  const { db } = deps;
  return refusingStorage(deps, async () => {
    const written = await writeReport(report, at.siteName, deps);
    if (!written.ok) return written;
    await db.transaction("rw", db.outbox, db.mine, db.drafts, async () => {
      await db.mine.add(written.mine);
      await db.outbox.add(written.row);
      if (at.draftKey !== null) await db.drafts.delete(at.draftKey);
    });
    return { ok: true, reportId: written.mine.id };
  });
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

function withoutTraces(context: PageContext | null): PageContext | null {
  if (!context) return null;
  const { title: _title, exactPath: _exactPath, ...rest } = context;
  return rest;
}
