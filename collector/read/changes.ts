import type { ChangeItem, ReportDoc } from "@/lib/protocol/documents";
import type { Queryable } from "../store/db";
import type { FeedRow } from "../store/rows";
import { S7_FEED, S8_CHANGES } from "../store/statements";
import { formatCursor, parseCursor, scopeMark, type Cursor } from "./cursor";

export interface ChangesQuery {
  /** null starts a bootstrap. */
  since: string | null;
  limit: number;
  /** Origins to which the reader is confined; null for all. */
  origins: readonly string[] | null;
}

export interface ChangesRead {
  epoch: string;
  head: bigint;
  etag: string;
  /** The cursor is of another epoch or scope, older than what is kept, or no cursor at all: start anew. */
  expired: boolean;
  next: string;
  more: boolean;
  items: ChangeItem[];
}

/**
 * While a bootstrap runs, closed reports are left out when nothing has happened to them for so long: the year over which
 * Impact counts coverage and what was given back.
 */
const BOOTSTRAP_DAYS = 366;
const DAY_MS = 86_400_000;

/**
 * One page of what changed since a cursor. S7, then S8 as a later statement: whoever reads `head = h` sees all rows
 * up to h, so `next` may be h even where the newest rows are not in the reader's scope.
 */
export async function readChanges(on: Queryable, org: string, query: ChangesQuery, now: Date): Promise<ChangesRead> {
  const [feed] = await on.query<FeedRow>(S7_FEED, [org]);
  if (!feed) throw new Error("the organisation has no feed row");
  const scope = scopeMark(query.origins);
  const cursor = startOf(query.since, feed, scope);
  const base = { epoch: feed.epoch, head: feed.head, etag: `"${query.since ?? scope}:${feed.head}"` };
  if (cursor === null) return { ...base, expired: true, next: "", more: false, items: [] };
  const rows = await on.query<ChangeRow>(S8_CHANGES, [
    org,
    String(cursor.seq),
    query.origins,
    query.limit,
    cursor.bootstrapHead === null ? null : String(cursor.bootstrapHead),
    new Date(now.getTime() - BOOTSTRAP_DAYS * DAY_MS).toISOString(),
  ]);
  const more = rows.length === query.limit;
  const last = rows.at(-1)?.rev ?? cursor.seq;
  const seq = more ? last : max(last, feed.head);
  const isPast = cursor.bootstrapHead !== null && seq >= cursor.bootstrapHead;
  const next = formatCursor({ ...cursor, seq, bootstrapHead: isPast ? null : cursor.bootstrapHead });
  return { ...base, expired: false, next, more, items: rows.map(itemOf) };
}

function startOf(since: string | null, feed: FeedRow, scope: string): Cursor | null {
  if (since === null) return { epoch: feed.epoch, seq: 0n, bootstrapHead: feed.head, scope };
  const cursor = parseCursor(since);
  if (!cursor || cursor.epoch !== feed.epoch || cursor.scope !== scope) return null;
  // A first reading sees what there was at its start, however far it has come: it holds nothing that was erased before.
  const knownUpTo = cursor.bootstrapHead ?? cursor.seq;
  // A cursor ahead of the head: the store was rolled back without a new epoch.
  return knownUpTo < feed.floor || cursor.seq > feed.head ? null : cursor;
}

interface ChangeRow {
  id: string;
  rev: bigint;
  erased: boolean;
  doc: ReportDoc;
}

function itemOf(row: ChangeRow): ChangeItem {
  const rev = String(row.rev);
  return row.erased ? { id: row.id, rev, erased: true } : { id: row.id, rev, doc: row.doc };
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
