import type { Brief } from "@/lib/copies/brief";
import { isUnread } from "@/lib/copies/brief";
import type { ItemProblem, OutboxItem, ReportRow } from "@/lib/database/rows";
import type { ReportDoc } from "@/lib/protocol/documents";
import { lastJoin, overlay } from "./overlay";

/** A report with what is the same as it: whole, or as the list has it (`ListedItem`). */
export interface InboxItem<Doc extends Brief = ReportDoc> {
  id: string;
  doc: Doc;
  /** The report alone, where `doc` adds up others. */
  own: Doc;
  /** Nobody here has opened it, or its reporter has said something since. */
  unread: boolean;
  /** A newer version wrote it; some of it cannot be shown. */
  partly?: true;
  /** The report that this reviewer joined it to, although it stands for itself: a colleague was first, the other way. */
  joinedTo?: string;
  /** Own answers that the collector has refused, newest last: they are not in `doc`. */
  refused: ItemProblem[];
  /** Reports that IT said are the same as this one, oldest first; `doc` adds up what all of them cost. */
  joined: Doc[];
  /** The report whose figures this one is part of; such a one is listed only while somebody waits for a word on it. */
  joinedInto: string | null;
}

export type ListedItem = InboxItem<Brief>;

const NONE: never[] = [];

/** Of 100,000 items, lists that are empty are one list. */
export function listedItem(doc: Brief, unread: boolean): ListedItem {
  return { id: doc.id, doc, own: doc, unread, refused: NONE, joined: NONE, joinedInto: null };
}

export function toItem(row: ReportRow, own: readonly OutboxItem[], reviewer: string | null): InboxItem {
  const doc = overlay(row.doc, row.rev, own, reviewer);
  const joinedTo = (doc.canonical ?? null) === null ? lastJoin(own) : null;
  return {
    id: row.id,
    doc,
    own: doc,
    unread: isUnread(row),
    joined: [],
    joinedInto: null,
    ...(joinedTo !== null && { joinedTo }),
    ...(row.partly && { partly: true }),
    refused: own.flatMap((item) =>
      item.state === "dead" && item.route === "session" && item.problem ? item.problem : [],
    ),
  };
}
