import type { StoredDoc } from "@/lib/reports/fold";
import type { Db, Queryable } from "../store/db";
import { retriedTransaction, type RetryDeps } from "../store/retry";
import { DROP_BLOBS, OLD_BLOBS, REPORT_TOUCHED, S1_LOCK_FEED, S6_MOVE_HEAD } from "../store/statements";
import { wantersOf } from "./blob-rows";
import type { BlobFiles } from "./blob-files";

/** Reports to one transaction. */
const BATCH = 50;

export interface ExpireDeps extends RetryDeps {
  db: Db;
  org: string;
  blobs: BlobFiles;
}

/**
 * Deletes the pictures that came before `before`, and lets their reports say that they have none. Like a picture that
 * came, one that goes is no event and yet a change: it takes a number of the feed for each report.
 */
export async function expirePictures(deps: ExpireDeps, before: string, isOver: () => boolean): Promise<number> {
  let expired = 0;
  while (!isOver()) {
    const count = await retriedTransaction(deps, (tx) => expireBatch(tx, deps, before));
    expired += count;
    if (count === 0) break;
  }
  return expired;
}

async function expireBatch(tx: Queryable, { org, blobs }: ExpireDeps, before: string): Promise<number> {
  const [feed] = await tx.query<{ head: bigint }>(S1_LOCK_FEED, [org]);
  if (!feed) throw new Error("the organisation has no feed row");
  let { head } = feed;
  const old = await tx.query<{ report: string; doc: StoredDoc }>(OLD_BLOBS, [org, before, BATCH]);
  if (old.length === 0) return 0;
  const reports = old.map(({ report }) => report);
  const gone = await tx.query<{ report: string; sha256: string }>(DROP_BLOBS, [org, before, reports]);
  for (const { report, doc } of old) {
    head += 1n;
    const theirs = new Set(gone.filter((row) => row.report === report).map(({ sha256 }) => sha256));
    await tx.query(REPORT_TOUCHED, [org, report, String(head), JSON.stringify(without(doc, theirs))]);
  }
  for (const sha256 of new Set(gone.map((row) => row.sha256))) {
    if ((await wantersOf(tx, org, sha256)).length === 0) await blobs.remove(sha256);
  }
  await tx.query(S6_MOVE_HEAD, [org, String(head)]);
  return gone.length;
}

function without(stored: StoredDoc, gone: ReadonlySet<string>): StoredDoc {
  const attachments = stored.doc.attachments.filter(({ sha256 }) => !gone.has(sha256));
  return { ...stored, doc: { ...stored.doc, attachments } };
}
