import type { EarshotEvent } from "@/lib/protocol/event";
import { organisationSubject } from "@/lib/protocol/organisation-subject";
import type { ReceiptItem } from "@/lib/protocol/receipt";
import { fold, voiceTag, type StoredDoc } from "@/lib/reports/fold";
import type { Tombstone } from "@/lib/reports/tombstone";
import type { Voice } from "@/lib/reports/voice";
import { trustedTime } from "@/lib/reports/timeline";
import type { BlobFiles } from "../blobs/blob-files";
import { erasePictures } from "../blobs/blob-rows";
import type { Queryable } from "../store/db";
import { rowOfVoice } from "../store/rows";
import {
  ERASE_VOICES,
  S1_LOCK_FEED,
  S4_INSERT_EVENTS,
  S5_WRITE_REPORTS,
  S6_MOVE_HEAD,
  S9_BLANK_EVENTS,
  WRITE_BLOBS,
  WRITE_VOICES,
} from "../store/statements";
import { itemProblem, type Incoming } from "./accept";
import { isCircle, linkTarget, touchRelatives } from "./links";
import { loadGroup, voiceKey, type Group, type ReportState } from "./load-group";
import { stampActor, type Actor } from "./stamp-actor";
import { refuseSubject } from "./subject";
import { wake } from "./wake";
import { hourOf } from "./times";

export interface Written {
  epoch: string;
  /** The feed's head after this group. */
  head: string;
  /** In the order of the events that were given. */
  results: ReceiptItem[];
}

/** Whose events they are, and where its pictures lie. */
export interface GroupPlace {
  org: string;
  blobs: BlobFiles;
  /** Learns how long the group waited for the feed's row. */
  onLock?: (seconds: number) => void;
}

/** Seconds after which an event of a report that is not here yet may be sent again. */
const UNKNOWN_SUBJECT_RETRY_S = 60;

/**
 * The write transaction of protocol section 5, between its begin and commit: S1 first and alone, S2 and S3, the fold
 * in code, S4 to S6, S9 where a report was erased. Nobody else can number events of this organisation until it
 * commits, so whoever sees `head = h` can see everything up to h.
 */
export async function writeGroup(
  tx: Queryable,
  place: GroupPlace,
  events: readonly Incoming[],
  receivedAt: string,
): Promise<Written> {
  const { org } = place;
  const beganMs = performance.now();
  const [feed] = await tx.query<{ head: bigint; epoch: string }>(S1_LOCK_FEED, [org]);
  place.onLock?.((performance.now() - beganMs) / 1000);
  if (!feed) throw new Error("the organisation has no feed row");
  const group = await loadGroup(tx, org, events);
  const writer = new GroupWriter(group, feed.head, receivedAt, organisationSubject(org));
  const results = events.map((incoming) => writer.take(incoming));
  await writer.flush(tx, place);
  return { epoch: feed.epoch, head: String(writer.head), results };
}

type Row = Record<string, unknown>;

/** One group while it is folded. Lives as long as its transaction. */
class GroupWriter {
  #group: Group;
  #receivedAt: string;
  #organisation: string;
  #events: Row[] = [];
  #touched = new Map<string, ReportState>();
  /** Rows of the reports that were erased, by id. */
  #erased = new Map<string, Row>();
  #voices = new Map<string, Row>();
  #blobs: Row[] = [];
  head: bigint;

  constructor(group: Group, head: bigint, receivedAt: string, organisation: string) {
    this.#group = group;
    this.head = head;
    this.#organisation = organisation;
    this.#receivedAt = receivedAt;
  }

  take(incoming: Incoming): ReceiptItem {
    const { event, sentId: id } = incoming;
    const known = this.#group.known.get(event.id);
    if (known) {
      // An erased report's events keep their ids without their hashes: they are known, and cannot come back.
      if (known.hash === null || known.hash === incoming.hash) return { id, status: "duplicate", seq: known.seq };
      return { id, status: "rejected", problem: itemProblem("id-reused") };
    }
    const misplaced = refuseSubject(event, this.#organisation);
    if (misplaced) return { id, status: "rejected", problem: misplaced };
    const report = this.#group.reports.get(event.subject) ?? null;
    if (report?.erased) return { id, status: "rejected", problem: itemProblem("subject-erased") };
    if (!isInScope(incoming, report)) {
      const problem = itemProblem("forbidden", "the report is of a site outside this reviewer's scope", "/subject");
      return { id, status: "rejected", problem };
    }
    const target = this.#checkTarget(incoming);
    if (target !== null) return target;
    if (!isStillDue(incoming, report)) return { id, status: "retry", problem: itemProblem("busy") };
    return this.#fold(incoming, report);
  }

  /** What a link names must be here, and within what the reviewer may see. */
  #checkTarget(incoming: Incoming): ReceiptItem | null {
    const { event, sentId: id } = incoming;
    const into = linkTarget(event);
    if (into === null) return null;
    const target = this.#group.reports.get(into) ?? null;
    const pointer = "/data/into";
    if (target === null) {
      const problem = itemProblem("unknown-subject", "there is no such report to link into", pointer);
      return { id, status: "retry", retryAfter: UNKNOWN_SUBJECT_RETRY_S, problem };
    }
    if (target.erased) return { id, status: "rejected", problem: itemProblem("subject-erased", undefined, pointer) };
    if (isInScope(incoming, target)) return null;
    const problem = itemProblem("forbidden", "the report is of a site outside this reviewer's scope", pointer);
    return { id, status: "rejected", problem };
  }

  #fold(incoming: Incoming, report: ReportState | null): ReceiptItem {
    const { sentId: id } = incoming;
    const stored = report?.stored ?? null;
    const isCoarse = isAnonymous(incoming, stored);
    const receivedAt = isCoarse ? hourOf(this.#receivedAt) : this.#receivedAt;
    const event = isCoarse ? { ...incoming.event, time: hourOf(incoming.event.time) } : incoming.event;
    const actor = stampActor(incoming, stored);
    const seq = String(this.head + 1n);
    const tag = voiceTag(stored, event);
    const key = tag === null ? null : voiceKey(event.subject, tag);
    const voice = key === null ? null : (this.#group.voices.get(key) ?? null);
    const folded = fold(stored, event, {
      seq,
      actorKind: actor.kind,
      actor: actor.name,
      receivedAt,
      voice,
      makesCircle: isCircle(this.#group.reports, event),
    });
    if (folded.outcome === "unknown-subject") {
      return { id, status: "retry", retryAfter: UNKNOWN_SUBJECT_RETRY_S, problem: itemProblem("unknown-subject") };
    }
    this.head += 1n;
    this.#group.known.set(event.id, { hash: incoming.hash, seq });
    this.#events.push(eventRow(incoming, event, actor, seq, receivedAt));
    if (folded.outcome === "erased" && report) this.#bury(event.subject, report, folded.tombstone, seq);
    if (folded.stored !== stored && folded.stored !== null) this.#touch(event, report, folded.stored, seq);
    if (stored === null && folded.stored !== null) {
      this.#want(folded.stored);
      wake(this.#group.reports, folded.stored.doc, receivedAt, (other, changed) => this.#touchOther(other, changed));
    }
    if (folded.voice !== null) this.#speak(event.subject, folded.voice, seq);
    if (stored !== null && folded.stored !== stored) {
      touchRelatives(this.#group.reports, stored, folded.stored, (other, changed) => this.#touchOther(other, changed));
    }
    return { id, status: "accepted", seq };
  }

  #touch(event: EarshotEvent, before: ReportState | null, stored: StoredDoc, rev: string): void {
    const report: ReportState = before
      ? { ...before, stored, rev }
      : { stored, rev, erased: false, hold: false, origin: stored.doc.context?.origin ?? "", replyHash: keyOf(event) };
    this.#group.reports.set(event.subject, report);
    this.#touched.set(event.subject, report);
  }

  /** Another report than the event's own; it takes the next number as its revision. */
  #touchOther(id: string, stored: StoredDoc): void {
    const before = this.#group.reports.get(id);
    if (!before) return;
    this.head += 1n;
    const report: ReportState = { ...before, stored, rev: String(this.head) };
    this.#group.reports.set(id, report);
    this.#touched.set(id, report);
  }

  /** From here on the report is known as erased, to the later events of this group too. */
  #bury(id: string, before: ReportState, tombstone: Tombstone, rev: string): void {
    this.#group.reports.set(id, { ...before, erased: true, replyHash: null });
    this.#touched.delete(id);
    this.#erased.set(id, tombstoneRow(id, before, tombstone, rev));
  }

  #want({ doc }: StoredDoc): void {
    const named = doc.attachments.map(({ sha256, size, type }) => ({ sha256, report: doc.id, size, media: type }));
    this.#blobs.push(...named);
  }

  #speak(subject: string, voice: Voice, seq: string): void {
    const key = voiceKey(subject, voice.tag);
    this.#group.voices.set(key, voice);
    this.#voices.set(key, { ...rowOfVoice(subject, voice), seq });
  }

  async flush(tx: Queryable, place: GroupPlace): Promise<void> {
    const { org } = place;
    if (this.#events.length === 0) return;
    await tx.query(S4_INSERT_EVENTS, [org, JSON.stringify(this.#events)]);
    const rows = [...[...this.#touched].map(([id, report]) => reportRow(id, report)), ...this.#erased.values()];
    if (rows.length > 0) await tx.query(S5_WRITE_REPORTS, [org, JSON.stringify(rows)]);
    if (this.#voices.size > 0) await tx.query(WRITE_VOICES, [org, JSON.stringify([...this.#voices.values()])]);
    if (this.#blobs.length > 0) await tx.query(WRITE_BLOBS, [org, JSON.stringify(this.#blobs)]);
    if (this.#erased.size > 0) await erase(tx, place, [...this.#erased.keys()]);
    await tx.query(S6_MOVE_HEAD, [org, String(this.head)]);
  }
}

/** After everything that the group has written: what came with the erasure goes with it. */
async function erase(tx: Queryable, { org, blobs }: GroupPlace, reports: readonly string[]): Promise<void> {
  await tx.query(S9_BLANK_EVENTS, [org, reports]);
  await tx.query(ERASE_VOICES, [org, reports]);
  await erasePictures(tx, org, blobs, reports);
}

/** Sent in the anonymous form, or about an anonymous report by its reporter or the purge. */
function isAnonymous(incoming: Incoming, stored: StoredDoc | null): boolean {
  const { via } = incoming.sender;
  return via === "anon" || ((via === "thread" || via === "retention") && stored?.doc.identity === "anon");
}

function isInScope(incoming: Incoming, report: ReportState | null): boolean {
  const { sender } = incoming;
  if (sender.via !== "session" || sender.scope === null || report === null) return true;
  return sender.scope.includes(report.origin);
}

/** What the purge chose may have been answered, reopened or put on hold since. */
function isStillDue({ sender }: Incoming, report: ReportState | null): boolean {
  return sender.via !== "retention" || (report !== null && !report.hold && report.rev === sender.rev);
}

function keyOf(event: EarshotEvent): string | null {
  if ("unknown" in event || event.type !== "org.earshot.report.created.v1") return null;
  return event.data.replyHash;
}

function eventRow(incoming: Incoming, event: EarshotEvent, actor: Actor, seq: string, receivedAt: string): Row {
  const { sender } = incoming;
  return {
    seq,
    id: event.id,
    type: event.type,
    subject: event.subject,
    actor_kind: actor.column,
    actor: actor.name,
    token_id: "tokenId" in sender ? sender.tokenId : null,
    // A year that no database knows would fail the whole group; an unbelievable time is of no use anyhow.
    occurred_at: trustedTime(event.time, receivedAt),
    received_at: receivedAt,
    hash: incoming.hash,
    body: event.data,
  };
}

/** The origin stays: readers who see only some sites must learn that it is gone. */
function tombstoneRow(id: string, { origin, hold, stored }: ReportState, tombstone: Tombstone, rev: string): Row {
  return {
    id,
    rev,
    origin,
    bucket: 0,
    status: "erased",
    reply_hash: null,
    hold,
    erased: true,
    created_at: stored.doc.createdAt,
    updated_at: tombstone.at,
    doc: tombstone,
  };
}

function reportRow(id: string, report: ReportState): Row {
  const { doc } = report.stored;
  return {
    id,
    rev: report.rev,
    origin: report.origin,
    bucket: 0,
    status: doc.status,
    reply_hash: report.replyHash,
    hold: report.hold,
    erased: report.erased,
    created_at: doc.createdAt,
    updated_at: doc.updatedAt,
    doc: report.stored,
  };
}
