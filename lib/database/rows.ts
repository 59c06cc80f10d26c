import type { ReportDoc, ThreadDoc } from "@/lib/protocol/documents";
import type { Burden } from "@/lib/protocol/burden";
import type { Kind } from "@/lib/protocol/event";

/** The credential and path that an event needs: an expired session must never hold a report back. */
export type EventRoute = "ingest" | "session" | "anon" | "thread";

/** `erase` is no event but a wish: that the collector erases the report. Its item has no body. */
export type Route = EventRoute | "erase";

export type OutboxState =
  /** Waits for its turn (`nextAt`). */
  | "queued"
  /** A sender has it until `leaseUntil`. */
  | "leased"
  /** Acknowledged by the collector; kept 14 days, in case the collector is restored from a backup. */
  | "received"
  /** The collector will not have it; `problem` says why. The person decides. */
  | "dead"
  /** Set aside (`parkedFor`); the person or the admin decides. */
  | "parked";

/** `signed-out`: a reviewer's who has no role any more; see lib/outbox/set-aside.ts. */
export type ParkedFor = "other-collector" | "expired" | "signed-out";

/** What the collector said of an item, in its own words; the interface translates by slug. */
export interface ItemProblem {
  slug: string | null;
  detail: string | null;
  pointer: string | null;
}

/**
 * One event that waits to be acknowledged, or the wish to take a report back, at the end of its report's queue. The
 * event itself is in `bodies`, so that a change of state does not write it anew.
 */
export interface OutboxRow {
  /** Local order; given by the database. */
  order?: number;
  /** The event's id. */
  id: string;
  /** The report's id. */
  subject: string;
  type: string;
  route: Route;
  state: OutboxState;
  /** Of the event; 0 for what has none. */
  bodyBytes: number;
  /**
   * Hash of endpoint origin and organisation that it was written for; a provisional key, made of the endpoint, while
   * the organisation is not known yet; "" where there was no endpoint.
   */
  collector: string;
  /** Milliseconds since the epoch, as all times here. */
  createdAt: number;
  /** Not before: backoff, undo, or the delay that protects an anonymous report. */
  nextAt: number;
  /** When `nextAt` was set, so that a clock that jumps cannot hold an item for ever. */
  nextSetAt: number;
  attempt: number;
  owner: string | null;
  leaseUntil: number;
  receivedAt: number | null;
  seq: string | null;
  /** The history in which it was received. Of an erase item also: the one in which its report was. */
  epoch: string | null;
  problem: ItemProblem | null;
  parkedFor: ParkedFor | null;
  /** Nothing may tie it to another one: its event has no name on it, or the report that it takes back has none. */
  anonymous?: true;
}

/** The serialised event of an outbox row; frozen when it is queued: every attempt sends the same bytes. */
export interface BodyRow {
  /** The event's id. */
  id: string;
  body: string;
}

/** A row with what it sends; "" for a wish to take a report back. */
export interface OutboxItem extends OutboxRow {
  body: string;
}

/** The ways of a picture. An anonymous report's has one of its own, as its words do. */
export type BlobRoute = Extract<Route, "ingest" | "anon">;

type BlobState =
  /** Waits until the receipt of its report asks for it. */
  | "queued"
  /** The collector asked for it. */
  | "wanted"
  /** A sender has it until `leaseUntil`. */
  | "leased"
  /** The collector has it; the bytes are deleted here. */
  | "stored"
  /** The collector will not have it; the bytes are deleted here. `problem` says why. */
  | "dead";

/** A picture of a report; its bytes are in a table of their own, so that a change of state does not write them anew. */
export interface BlobRow {
  /** The report's id. */
  subject: string;
  /** Of the bytes, in hex. */
  sha256: string;
  collector: string;
  route: BlobRoute;
  state: BlobState;
  type: "image/webp" | "image/jpeg" | "image/png";
  /** Bytes. */
  size: number;
  /** Pixels. */
  w: number;
  h: number;
  createdAt: number;
  nextAt: number;
  nextSetAt: number;
  attempt: number;
  owner: string | null;
  leaseUntil: number;
  problem: ItemProblem | null;
}

export interface BlobBytesRow {
  subject: string;
  sha256: string;
  bytes: ArrayBuffer;
}

/** A report that this person filed: the key to its thread, and the last that was heard of it. */
export interface MineRow {
  id: string;
  collector: string;
  replyKey: string;
  identity: "anon" | "claimed";
  createdAt: number;
  words: string;
  lang: string;
  goal: string | null;
  kind: Kind | null;
  burden: Burden;
  siteName: string | null;
  /** Where it was filed, with the path's ids replaced: there the person is asked whether it helped. Not in older rows. */
  page?: { origin: string; path: string | null };
  /** When the collector first acknowledged it; missing before that, and in older rows. */
  receivedAt?: number;
  thread: ThreadDoc | null;
  etag: string | null;
  nextPollAt: number;
  polledAt: number;
  /** Since when the collector says that it knows no such thread; missing or null where it knows it. */
  missingSince?: number | null;
  /** The collector has erased it without being asked from here: when it was old, or by an administrator. */
  erased?: boolean;
  /** The time of IT's newest word that the person has seen, by the collector's clock; a later one is news. */
  seenAt: number;
  /** When the person took it back. From then on the row holds nothing of what was said, only what erasing needs. */
  takenBackAt?: number;
  /** Taken back, and the person does not want to see that any more. */
  putAway?: true;
}

/** A reviewer's local copy of a report. */
export interface ReportRow {
  id: string;
  collector: string;
  /** `rev` as a number of 15 digits or fewer; order within one collector. */
  rev: number;
  origin: string;
  status: string;
  doc: ReportDoc;
  /** The `rev` that the reviewer last saw; 0 for never opened. Not a time: anonymous replies carry only their hour. */
  readRev: number;
  /** A newer version wrote it, and what we do not know of it was left out of `doc`. */
  partly?: true;
  /** Of a telling that has ended; goes unless the new one, which is being read, names it too. */
  stale?: true;
  /** Its place in the order of what costs most (`costKey`); missing where the list does not show it by itself. */
  cost?: [rank: number, hours: number, people: number, createdAt: string];
  /** The number of the pack that has its last word; missing in rows of before there were packs. */
  pack?: number;
}

/**
 * Some of the reviewer's copies as the list reads them, in the order in which they were written: of several of one
 * report the last one counts. What is in it is made and read by lib/copies.
 */
export interface PackRow {
  /** Given by the database; grows. */
  no?: number;
  /** How many are in it. */
  count: number;
  /** JSON. */
  briefs: string;
}

/** The same copies as the search reads them. */
export interface PackWordsRow {
  no: number;
  /** As many ids as there are copies, one behind the other. */
  ids: string;
  /** Numbers of 32 bits: for each copy how many words it has, and which of the dictionary's they are. */
  bytes: ArrayBuffer;
}

/** A part of the dictionary: the words that occur in copies, numbered from `from` on. */
export interface PackTermsRow {
  from: number;
  /** In plain letters, with a blank between each; an empty one is gone, and its number with it. */
  words: string;
}

/** What the person has typed and not yet sent, by the origin of the page ("" for the form without a page). */
export interface DraftRow {
  key: string;
  draft: Draft;
  updatedAt: number;
}

export interface Draft {
  words: string;
  goal: string;
  kind: Kind | null;
  burden: Burden;
  exactPath: boolean;
  anonymous: boolean;
  /** Names of the fields that the person took out; missing in drafts of before. */
  leftOut?: string[];
}

export interface KvRow {
  key: string;
  value: unknown;
}
