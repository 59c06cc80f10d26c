import { expirePictures } from "../blobs/expire-pictures";
import type { BlobFiles } from "../blobs/blob-files";
import type { Ingest } from "../ingest/create-ingest";
import type { Settings } from "../settings";
import type { Db, Queryable } from "../store/db";
import { retriedTransaction } from "../store/retry";
import {
  DROP_TOMBSTONES,
  NAMED_BLOBS,
  OLD_AUDIT,
  OLD_REPORTS,
  OVER_LOGINS,
  OVER_SESSIONS,
  RAISE_FLOOR,
  S1_LOCK_FEED,
} from "../store/statements";
import { cutoffsOf } from "./cutoffs";

/** What one night has deleted. */
export interface Purged {
  reports: number;
  pictures: number;
  audit: number;
  tombstones: number;
  /** Of people who signed in, with their names. */
  sessions: number;
  /** Files of pictures that no report names: left behind where a database came back from a backup. */
  strays: number;
}

export interface PurgeDeps {
  db: Db;
  org: string;
  blobs: BlobFiles;
  ingest: Ingest;
  retention: Settings["retention"];
  now: () => Date;
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** Reports to one transaction: the feed's lock is held for some tens of milliseconds, and people can send in between. */
const BATCH = 50;

/**
 * The retention that the organisation has promised. Each step may be cut short by a crash at any place, or run in two
 * processes at once: what is left is found the next night.
 */
export async function purge(deps: PurgeDeps, isOver: () => boolean): Promise<Purged> {
  const { db, org, now } = deps;
  const cutoffs = cutoffsOf(deps.retention, now());
  const reports = await expireReports(deps, cutoffs.reports, isOver);
  const pictures = await expirePictures(deps, cutoffs.images, isOver);
  const audit = await db.query(OLD_AUDIT, [org, cutoffs.audit]);
  const tombstones = await retriedTransaction(deps, async (tx) => {
    await tx.query(S1_LOCK_FEED, [org]);
    const rows = await tx.query<{ rev: bigint }>(DROP_TOMBSTONES, [org, cutoffs.tombstones]);
    const newest = rows.reduce((most, { rev }) => (rev > most ? rev : most), 0n);
    // A reader who has not come so far would keep its copy for good: it must start anew.
    if (rows.length > 0) await tx.query(RAISE_FLOOR, [org, String(newest)]);
    return rows.length;
  });
  const at = now().toISOString();
  await db.query(OVER_LOGINS, [org, at]);
  const sessions = (await db.query(OVER_SESSIONS, [org, at])).length;
  const strays = await sweepStrays(deps, isOver);
  return { reports, pictures, audit: audit.length, tombstones, sessions, strays };
}

/** Closed reports to which nothing has happened since. Open ones stay: somebody still waits for an answer. */
async function expireReports({ db, org, ingest }: PurgeDeps, before: string, isOver: () => boolean): Promise<number> {
  let erased = 0;
  let last = 0n;
  while (!isOver()) {
    const rows = await db.query<{ id: string; rev: bigint }>(OLD_REPORTS, [org, before, String(last), BATCH]);
    const newest = rows.at(-1);
    if (!newest) break;
    last = newest.rev;
    erased += await ingest.expire(rows.map(({ id, rev }) => ({ id, rev: String(rev) })));
  }
  return erased;
}

/**
 * After a restore the files are newer than the database. Clients offer again what it lacks within 14 days, and its
 * pictures must still be there then.
 */
const STRAY_MS = 30 * 86_400_000;

async function sweepStrays(deps: PurgeDeps, isOver: () => boolean): Promise<number> {
  const { db, org, blobs, now } = deps;
  let swept = 0;
  for await (const found of blobs.putBefore(new Date(now().getTime() - STRAY_MS))) {
    if (isOver()) break;
    const unnamed = await unnamedAmong(db, org, found);
    if (unnamed.length === 0) continue;
    // Once more under the lock: a report may have come that names it.
    swept += await retriedTransaction(deps, async (tx) => {
      await tx.query(S1_LOCK_FEED, [org]);
      const strays = await unnamedAmong(tx, org, unnamed);
      for (const sha256 of strays) await blobs.remove(sha256);
      return strays.length;
    });
  }
  return swept;
}

async function unnamedAmong(on: Queryable, org: string, found: readonly string[]): Promise<string[]> {
  const rows = await on.query<{ sha256: string }>(NAMED_BLOBS, [org, found]);
  const named = new Set(rows.map(({ sha256 }) => sha256));
  return found.filter((sha256) => !named.has(sha256));
}
