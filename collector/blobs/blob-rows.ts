import type { StoredDoc } from "@/lib/reports/fold";
import { hourOf } from "../ingest/times";
import type { Queryable } from "../store/db";
import type { BlobFiles } from "./blob-files";
import {
  BLOB_READERS,
  BLOB_STORED,
  BLOB_WANTERS,
  ERASE_BLOBS,
  REPORT_TOUCHED,
  S1_LOCK_FEED,
  S6_MOVE_HEAD,
  WANTED_BLOBS,
} from "../store/statements";

/** A report that names a picture. */
export interface Wanter {
  report: string;
  size: number;
  media: string;
  stored: boolean;
}

/** The reports that name this picture and were not taken back. */
export function wantersOf(on: Queryable, org: string, sha256: string): Promise<Wanter[]> {
  return on.query<Wanter>(BLOB_WANTERS, [org, sha256]);
}

/** Of these reports, the pictures that have not come yet. */
export async function wantedOf(on: Queryable, org: string, reports: readonly string[]): Promise<string[]> {
  const rows = await on.query<{ sha256: string }>(WANTED_BLOBS, [org, reports]);
  return [...new Set(rows.map((row) => row.sha256))];
}

/**
 * The bytes are on the disk: notes it, and lets each report that names them say so. That is no event, but a change that
 * reviewers' copies must learn of: it takes a number of the feed for each report, under the feed's lock like any other.
 *
 * Gives false where no report names them any more: the last one was erased while they came, and so are they.
 */
export async function noteStored(
  tx: Queryable,
  org: string,
  files: BlobFiles,
  sha256: string,
  now: string,
): Promise<boolean> {
  const [feed] = await tx.query<{ head: bigint }>(S1_LOCK_FEED, [org]);
  if (!feed) throw new Error("the organisation has no feed row");
  let { head } = feed;
  const wanters = await wantersOf(tx, org, sha256);
  if (wanters.length === 0) {
    await files.remove(sha256);
    return false;
  }
  const waiting = wanters.filter((wanter) => !wanter.stored);
  for (const { report } of waiting) {
    const [row] = await tx.query<{ doc: StoredDoc }>("select doc from report where org = $1 and id = $2::uuid", [
      org,
      report,
    ]);
    if (!row) throw new Error("the report of a picture is not there");
    head += 1n;
    const stored = withStored(row.doc, sha256);
    await tx.query(REPORT_TOUCHED, [org, report, String(head), JSON.stringify(stored)]);
    const at = stored.doc.identity === "anon" ? hourOf(now) : now;
    await tx.query(BLOB_STORED, [org, sha256, report, at]);
  }
  if (waiting.length > 0) await tx.query(S6_MOVE_HEAD, [org, String(head)]);
  return true;
}

/**
 * Deletes the pictures of these reports, under the feed's lock: the rows, and the files that no other report names. The
 * files go before the commit. A crash in between leaves a report without its picture, and its reporter asks again; the
 * other way round it would leave a picture that nobody knows of.
 */
export async function erasePictures(
  tx: Queryable,
  org: string,
  files: BlobFiles,
  reports: readonly string[],
): Promise<void> {
  const rows = await tx.query<{ sha256: string }>(ERASE_BLOBS, [org, reports]);
  for (const sha256 of new Set(rows.map((row) => row.sha256))) {
    if ((await wantersOf(tx, org, sha256)).length === 0) await files.remove(sha256);
  }
}

function withStored(before: StoredDoc, sha256: string): StoredDoc {
  const attachments = before.doc.attachments.map((each) => (each.sha256 === sha256 ? { ...each, stored: true } : each));
  return { ...before, doc: { ...before.doc, attachments } };
}

/** A report through which a stored picture may be read. */
export interface Reader {
  origin: string;
  replyHash: string | null;
  media: string;
  /** The report's id, where its reporter gave a name. */
  named: string | null;
}

export function readersOf(on: Queryable, org: string, sha256: string): Promise<Reader[]> {
  return on.query<Reader>(BLOB_READERS, [org, sha256]);
}
