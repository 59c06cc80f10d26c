import type { ItemProblem, OutboxItem, ReportRow } from "@/lib/database/rows";
import type { ReportDoc, TimelineEntry } from "@/lib/protocol/documents";
import { overlay } from "./overlay";

/** A report as the Inbox lists it. */
export interface InboxItem {
  id: string;
  doc: ReportDoc;
  /** The report alone, where `doc` adds up others. */
  own: ReportDoc;
  /** Nobody here has opened it, or its reporter has said something since. */
  unread: boolean;
  /** Own answers that the collector has refused, newest last: they are not in `doc`. */
  refused: ItemProblem[];
  /** Reports that IT said are the same as this one, oldest first; `doc` adds up what all of them cost. */
  joined: ReportDoc[];
  /** The report whose figures this one is part of; such a one is listed only while somebody waits for a word on it. */
  joinedInto: string | null;
}

export function toItem(row: ReportRow, own: readonly OutboxItem[], reviewer: string | null): InboxItem {
  const doc = overlay(row.doc, row.rev, own, reviewer);
  return {
    id: row.id,
    doc,
    own: doc,
    unread: row.readRev === 0 || row.doc.timeline.some((line) => isTheirs(line) && Number(line.seq) > row.readRev),
    joined: [],
    joinedInto: null,
    refused: own.flatMap((item) =>
      item.state === "dead" && item.route === "session" && item.problem ? item.problem : [],
    ),
  };
}

/** Order counts here, not time: an anonymous reply carries only its hour. */
function isTheirs(line: TimelineEntry): boolean {
  return line.by.kind === "reporter" || line.by.kind === "colleague";
}

/** Nobody has to do anything here any more: answered for good, and nobody objected. */
export function isClosed(doc: ReportDoc): boolean {
  const ended = doc.status === "done" || doc.status === "possible" || doc.status === "declined";
  return ended && doc.attention === null;
}
