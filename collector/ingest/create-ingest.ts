import { slugOf } from "@/lib/protocol/problem";
import type { ReceiptItem } from "@/lib/protocol/receipt";
import type { BlobFiles } from "../blobs/blob-files";
import { wantedOf } from "../blobs/blob-rows";
import type { Metrics } from "../metrics";
import type { ServerLimits } from "../settings";
import type { Db } from "../store/db";
import { readFeed } from "../store/org";
import { retriedTransaction } from "../store/retry";
import { acceptBatch, type Incoming } from "./accept";
import { erasureOf, expiryOf } from "./erasure";
import { createGroupCommit } from "./group-commit";
import type { Sender } from "./sender";
import { writeGroup } from "./write-group";

/** What `POST …/events` answers. */
interface ReceiptBody {
  epoch: string;
  head: string;
  results: ReceiptItem[];
  wantBlobs: string[];
  /** Items of the batch that have no id, so that no result can name them. */
  errors?: { pointer: string; detail: string }[];
}

export interface Ingest {
  take(batch: readonly unknown[], sender: Sender): Promise<ReceiptBody>;
  /** Erases a report for good, at its reporter's wish; gives the feed's epoch. Once more is as good as once. */
  erase(reportId: string): Promise<string>;
  /** Erases reports whose time is over, unless something has happened to them since. Gives how many it erased. */
  expire(reports: readonly { id: string; rev: string }[]): Promise<number>;
  idle(): Promise<void>;
}

export interface IngestDeps {
  db: Db;
  blobs: BlobFiles;
  org: string;
  limits: ServerLimits;
  metrics: Metrics;
  now: () => Date;
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

export function createIngest(deps: IngestDeps): Ingest {
  const { db, blobs, org, now, sleep, limits, metrics } = deps;
  const onLock = (seconds: number) => metrics.lockWaitSeconds.observe(seconds);
  const commit = createGroupCommit({
    write: (events) => {
      metrics.groupEvents.observe(events.length);
      return retriedTransaction(deps, (tx) => writeGroup(tx, { org, blobs, onLock }, events, now().toISOString()));
    },
    sleep,
  });

  return {
    async take(batch, sender) {
      const { incoming, rejected, nameless } = acceptBatch(batch, sender, limits);
      const written = incoming.length > 0 ? await commit.submit(incoming) : await untouched();
      const results = [...written.results, ...rejected];
      for (const { status, problem } of results) {
        metrics.events.inc({ status });
        if (problem) metrics.rejected.inc({ slug: slugOf(problem) ?? "unknown" });
      }
      return {
        epoch: written.epoch,
        head: written.head,
        results,
        wantBlobs: await wanted(incoming, written.results),
        ...(nameless.length > 0 && { errors: nameless }),
      };
    },
    async erase(reportId) {
      return (await commit.submit([erasureOf(reportId, now().toISOString())])).epoch;
    },
    async expire(reports) {
      const time = now().toISOString();
      const { results } = await commit.submit(reports.map(({ id, rev }) => expiryOf(id, rev, time)));
      return results.filter(({ status }) => status === "accepted").length;
    },
    idle: () => commit.idle(),
  };

  /** Also of reports that were here already: their pictures may not be. */
  async function wanted(incoming: readonly Incoming[], results: readonly ReceiptItem[]): Promise<string[]> {
    const here = new Set(
      results.flatMap(({ id, status }) => (status === "accepted" || status === "duplicate" ? id : [])),
    );
    const reports = incoming
      .filter((each) => here.has(each.sentId) && hasPictures(each))
      .map(({ event }) => event.subject);
    return reports.length === 0 ? [] : wantedOf(db, org, reports);
  }

  async function untouched() {
    const feed = await readFeed(db, org);
    return { epoch: feed.epoch, head: String(feed.head), results: [] };
  }
}

function hasPictures({ event }: Incoming): boolean {
  if ("unknown" in event || event.type !== "org.earshot.report.created.v1") return false;
  return (event.data.attachments ?? []).length > 0;
}
