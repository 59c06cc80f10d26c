import { voiceTag, type StoredDoc } from "@/lib/reports/fold";
import type { Voice } from "@/lib/reports/voice";
import { slowPage } from "@/lib/reports/wakes";
import type { Queryable } from "../store/db";
import { voiceOfRow, type ReportRow, type VoiceRow } from "../store/rows";
import { S2_KNOWN_EVENTS, S3_REPORTS, SLOW_FIXED, VOICES } from "../store/statements";
import type { Incoming } from "./accept";
import { relativesMissing } from "./links";

export interface ReportState {
  stored: StoredDoc;
  rev: string;
  erased: boolean;
  hold: boolean;
  /** "" for a report without a page. */
  origin: string;
  /** sha256 of the reply key in hex. */
  replyHash: string | null;
}

/** What the database holds about a group's events, read under the feed's lock. */
export interface Group {
  /** By event id. `hash` is null where the report was erased. */
  known: Map<string, { hash: string | null; seq: string }>;
  /** By report id. */
  reports: Map<string, ReportState>;
  /** By `voiceKey`. */
  voices: Map<string, Voice>;
}

export function voiceKey(report: string, tag: string): string {
  return `${report} ${tag}`;
}

export async function loadGroup(tx: Queryable, org: string, events: readonly Incoming[]): Promise<Group> {
  const ids = [...new Set(events.map(({ event }) => event.id))];
  const subjects = [...new Set(events.map(({ event }) => event.subject))];
  const known = await tx.query<{ id: string; hash: string | null; seq: bigint }>(S2_KNOWN_EVENTS, [org, ids]);
  const rows = await tx.query<ReportRow>(S3_REPORTS, [org, subjects]);
  const reports = new Map(rows.map((row) => [row.id, stateOf(row)]));
  await loadRelatives(tx, org, events, reports);
  await loadSlowFixed(tx, org, events, reports);
  return {
    known: new Map(known.map(({ id, hash, seq }) => [id, { hash, seq: String(seq) }])),
    reports,
    voices: await loadVoices(tx, org, events, reports),
  };
}

/** The reports that links lead to, as many rounds as the longest chain of them; none where nothing is linked. */
async function loadRelatives(
  tx: Queryable,
  org: string,
  events: readonly Incoming[],
  reports: Map<string, ReportState>,
): Promise<void> {
  const asked = new Set<string>();
  for (;;) {
    const missing = events.flatMap(({ event }) => relativesMissing(reports, event)).filter((id) => !asked.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.add(id);
    const rows = await tx.query<ReportRow>(S3_REPORTS, [org, [...new Set(missing)]]);
    for (const row of rows) reports.set(row.id, stateOf(row));
  }
}

/** The reports that new ones may wake up; nothing is asked where nobody says that a page is slow. */
async function loadSlowFixed(
  tx: Queryable,
  org: string,
  events: readonly Incoming[],
  reports: Map<string, ReportState>,
): Promise<void> {
  const pages = new Map<string, object>();
  for (const { event } of events) {
    if ("unknown" in event || event.type !== "org.earshot.report.created.v1") continue;
    const page = slowPage({ kind: event.data.kind ?? null, context: event.data.context });
    if (page) pages.set(JSON.stringify(page), page);
  }
  if (pages.size === 0) return;
  const rows = await tx.query<ReportRow>(SLOW_FIXED, [org, JSON.stringify([...pages.values()])]);
  for (const row of rows) if (!reports.has(row.id)) reports.set(row.id, stateOf(row));
}

async function loadVoices(
  tx: Queryable,
  org: string,
  events: readonly Incoming[],
  reports: Map<string, ReportState>,
): Promise<Map<string, Voice>> {
  const wanted = new Map<string, { report: string; tag: string }>();
  for (const { event } of events) {
    // A report that is not stored yet has no voices.
    const report = reports.get(event.subject);
    const tag = report && !report.erased ? voiceTag(report.stored, event) : null;
    if (tag !== null) wanted.set(voiceKey(event.subject, tag), { report: event.subject, tag });
  }
  if (wanted.size === 0) return new Map();
  const rows = await tx.query<VoiceRow>(VOICES, [org, JSON.stringify([...wanted.values()])]);
  return new Map(rows.map((row) => [voiceKey(row.report, row.tag), voiceOfRow(row)]));
}

function stateOf(row: ReportRow): ReportState {
  return {
    stored: row.doc,
    rev: String(row.rev),
    erased: row.erased,
    hold: row.hold,
    origin: row.origin,
    replyHash: row.reply_hash,
  };
}
