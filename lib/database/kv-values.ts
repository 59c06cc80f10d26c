import type { SessionProblem } from "@/lib/messaging/app-state";
import type { CollectorConfig, SessionInfo } from "@/lib/protocol/collector-config";
import type { Answered } from "@/lib/notice/answered";
import type { Telling } from "@/lib/notice/telling";
import type { NewsFile } from "@/lib/protocol/digest";
import type { EarshotDatabase } from "./open";
import type { BlobRoute, Route } from "./rows";

/** What the engine keeps in `kv`, by key. Policy's own keys begin with `policy.` and are not listed here. */
export interface KvValues {
  /** Of this browser profile. `secret` (base64url, 32 bytes) makes the tags; it never leaves. */
  install: { id: string; secret: string };
  /** The person's name as IT shall see it; missing means that reports go without a name. */
  name: string;
  /** The collector in use. `key` is provisional, made of the endpoint, until its organisation is known. */
  collector: { endpoint: string; key: string };
  /** Its answer to `GET /v1/config`; `nextAt` says when to ask again. */
  config: { endpoint: string; config: CollectorConfig; etag: string | null; nextAt: number };
  /** When to ask for it again after it could not be had. */
  configFailed: { endpoint: string; nextAt: number };
  /** What is published for everybody of the months, as it was last fetched; `file` is null until it was. */
  news: { collector: string; etag: string | null; file: NewsFile | null; nextAt: number; askedAt: number };
  /** The history that the collector tells; another one means that it may have been set back. */
  epoch: { endpoint: string; epoch: string };
  /** Who the reviewer's token belongs to, or why it does not work. */
  session: {
    endpoint: string;
    /** Of who signs in a mark of the person: their token is not kept here. */
    token: string;
    info: SessionInfo | null;
    problem: SessionProblem | null;
    nextAt: number;
    /** The collector does not know the token of who signed in (any more): to be renewed once, in silence. */
    renew?: true;
  };
  /**
   * Where the reviewer's copies stand, and when the collector last confirmed it. `sweeping`: all is being told anew;
   * copies still marked `stale` when the end is reached are gone.
   */
  cursor: { collector: string; cursor: string | null; nextAt: number; pulledAt?: number; sweeping?: boolean };
  /**
   * Reports of a collector newer than this Earshot: those that `version` of it could not read at all, and those of which
   * it left something out. Missing where there are none.
   */
  newer: { version: string; skipped: string[]; partly: string[] };
  /**
   * What the toolbar icon has seen of the copies: up to which `rev`, and which reports need another look (`attention`),
   * will need one from a day on (`later`, by id; missing in what was seen before there were such) or are counted with
   * another one (`joined`). Goes when the copies are told anew.
   */
  noticed: { rev: number; attention: string[]; joined: string[]; later?: Record<string, string> };
  /**
   * Of the packs: how many copies were ever written to those that are there, from how many on it is worth a look which
   * of them are old, and how often all of them were deleted. Missing until somebody has begun to fill them.
   * `form`: of what is in them; missing in the first one, and as long as they are being filled. `filling`: their form
   * then, and the last report, in the order of ids, that was put in.
   */
  packed: {
    entries: number;
    lookAt: number;
    cleared: number;
    form?: number;
    filling?: { form: number; after: string };
  };
  /** How many words the dictionary of the packs has numbered, and how often it was begun anew. */
  dictionary: { size: number; cleared: number };
  /** When a page of ours was last opened here, to the hour; the reviewer's copies go when that is long ago. */
  usedAt: number;
  /** Whom the reviewer was told of; outlives the copies. */
  telling: Telling;
  /** The reviewer does not want to be told of who cannot work; missing means that they are told. */
  notifyOff: true;
  /** Of which answers of IT this person was told; outlives the reports. */
  answered: Answered;
  /** The person does not want to be told that IT has answered; missing means that they are told. */
  answersOff: true;
  /** Named reports that the reviewer has opened, and of which the collector has not heard yet. */
  opened: { id: string; at: string }[];
  /** How far the collector's clock is ahead of this computer's; missing where both agree. In milliseconds. */
  clockOff: number;
  gates: Gates;
  /** When old rows were last looked through. */
  housekept: number;
}

/** What keeps a route closed. "offline" is no answer at all, "busy" an answer that says: later. */
export type GateReason = "offline" | "busy" | "captive" | "auth" | "config";

/** The state of one endpoint and route. Times in milliseconds since the epoch. */
export interface Gate {
  reason: GateReason | null;
  /** Closed until then; `setAt` is when that was decided, for clocks that jump. */
  until: number;
  setAt: number;
  /** Failures in a row; a valid receipt sets it back to 0. */
  failures: number;
  /** Answers in a row that were 2xx and no receipt. */
  notReceipts: number;
  /** Most events in one request. */
  batchEvents: number;
  gzipOffUntil: number;
}
export interface Gates {
  endpoint: string;
  routes: Partial<Record<GateName, Gate>>;
}

/** Pictures have gates of their own: a failing one never holds a text. */
export type GateName = Route | BlobGate;
export type BlobGate = `${BlobRoute}-blobs`;

export async function readKv<K extends keyof KvValues>(db: EarshotDatabase, key: K): Promise<KvValues[K] | null> {
  const row = await db.kv.get(key);
  // Only `writeKv` writes these keys, with the type of the key.
  return row ? (row.value as KvValues[K]) : null;
}

type Values<K extends readonly (keyof KvValues)[]> = { [I in keyof K]: KvValues[K[I]] | null };

/** Several of them, in one request after the other without waiting in between. */
export async function readKvs<const K extends readonly (keyof KvValues)[]>(
  db: EarshotDatabase,
  ...keys: K
): Promise<Values<K>> {
  const rows = await db.kv.bulkGet([...keys]);
  return rows.map((row) => row?.value ?? null) as Values<K>;
}

export async function writeKv<K extends keyof KvValues>(db: EarshotDatabase, key: K, value: KvValues[K]) {
  await db.kv.put({ key, value });
}
