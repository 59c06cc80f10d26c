import { IDBKeyRange, indexedDB } from "fake-indexeddb";
import { copyTables, keepCopies } from "@/lib/copies/keep";
import { EarshotDatabase } from "@/lib/database/open";
import type { JoinedRow } from "@/lib/database/known-rows";
import type { KvRow, MineRow, OutboxRow, PackRow, ReportRow } from "@/lib/database/rows";
import { threadOf } from "@/lib/reports/thread";
import { type Folded, foldSample, HOUR_MS, idOf, NOW_MS } from "./fold-sample";
import { manyCopies } from "./many-copies";
import { SAMPLE_JOINED } from "./sample-known";
import { SAMPLE_NEWS } from "./sample-news";
import { SAMPLE_REPORTS } from "./sample-reports";
import { SAMPLE_YEAR } from "./sample-year";

/** `year`: what a company has told and heard in one. `many`: as much as a reviewer holds at most. */
export type Filling = "empty" | "usual" | "full" | "year" | "many";

/** The reporter in the pictures. */
export const ME = "Priya";

/** Rows of the extension's database, by table. */
export interface Rows {
  mine: MineRow[];
  reports: ReportRow[];
  packs: PackRow[];
  outbox: Omit<OutboxRow, "order">[];
  kv: KvRow[];
  joined: JoinedRow[];
}

/** "" is the collector of a database that knows none yet, as in the pictures. */
const NEWS: KvRow = { key: "news", value: { collector: "", etag: null, file: SAMPLE_NEWS, nextAt: 0, askedAt: 0 } };

function samples(filling: Filling): Folded[] {
  if (filling === "empty") return [];
  if (filling === "year") return SAMPLE_YEAR.map((sample, index) => foldSample(sample, `year ${index}`));
  // "Full" is a busy office: the same annoyances on many days, one day older each.
  const rounds = filling === "full" ? 14 : 1;
  return Array.from({ length: rounds }, (_, round) =>
    SAMPLE_REPORTS.map((sample, index) => {
      const at = sample.at + round * 31;
      const steps = (sample.steps ?? []).map((step) => ({ ...step, at: step.at + round * 31 }));
      return foldSample({ ...sample, at, steps }, `sample ${index} round ${round}`);
    }),
  ).flat();
}

/** Everything that the database holds in a picture. */
export async function rowsFor(filling: Filling): Promise<Rows> {
  const folded = samples(filling);
  const mine = folded.filter(({ sample }) => sample.from === ME).map(toMine);
  const waiting = filling === "empty" ? [] : [waitingReport(), refusedReport(), takenBackReport()];
  const copies = await copiesOf(folded.map(toReportRow));
  return {
    mine: [...waiting.map((report) => report.mine), ...mine],
    ...copies,
    ...(filling === "many" && manyCopies(copies.reports)),
    kv: [...copies.kv, ...(filling === "empty" ? [] : [NEWS])],
    outbox: waiting.map((report) => report.outbox),
    joined: filling === "full" ? SAMPLE_JOINED : [],
  };
}

/** As the background keeps copies: whole, and packed for the list. Not for the search, which no picture shows. */
async function copiesOf(rows: readonly ReportRow[]): Promise<Pick<Rows, "reports" | "packs" | "kv">> {
  const db = new EarshotDatabase(`copies ${Math.random()}`, { indexedDB, IDBKeyRange });
  await db.transaction("rw", copyTables(db), async () => keepCopies(db, rows));
  const copies = { reports: await db.reports.toArray(), packs: await db.packs.toArray(), kv: await db.kv.toArray() };
  db.close();
  return copies;
}

function toReportRow({ id, stored: { doc } }: Folded, index: number): ReportRow {
  // The newest third has not been opened yet.
  const readRev = index % 3 === 0 ? 0 : 1000 + index;
  const origin = doc.context?.origin ?? "";
  return { id, collector: "sample", rev: 1000 + index, origin, status: doc.status, doc, readRev };
}

function toMine({ id, sample, stored, own }: Folded): MineRow {
  return {
    id,
    collector: "sample",
    replyKey: "sample",
    identity: "claimed",
    createdAt: NOW_MS - sample.at * HOUR_MS,
    words: sample.words,
    lang: sample.lang ?? "en",
    goal: sample.goal ?? null,
    kind: sample.kind ?? null,
    burden: sample.burden ?? {},
    siteName: sample.page?.site ?? null,
    thread: threadOf(stored, "1000", own),
    etag: null,
    nextPollAt: NOW_MS + HOUR_MS,
    polledAt: NOW_MS,
    seenAt: NOW_MS - 45 * HOUR_MS,
  };
}

function waitingReport() {
  return unsent("waiting", 0.2, "The meeting room list shows rooms that were rebuilt a year ago.", {});
}

function refusedReport() {
  const problem = { slug: "too-large", detail: null, pointer: null };
  return unsent("refused", 27, "Here is the whole list of what went wrong today, with every step that I took.", {
    state: "dead",
    problem,
  });
}

function takenBackReport() {
  const { mine, outbox } = unsent("taken back", 50, "", {
    type: "org.earshot.report.erased.v1",
    route: "erase",
    state: "received",
    receivedAt: NOW_MS - HOUR_MS,
  });
  return { mine: { ...mine, siteName: null, takenBackAt: NOW_MS - HOUR_MS }, outbox };
}

function unsent(name: string, hoursAgo: number, words: string, state: Partial<OutboxRow>) {
  const id = idOf(name);
  const createdAt = NOW_MS - hoursAgo * HOUR_MS;
  const mine: MineRow = {
    id,
    collector: "sample",
    replyKey: "sample",
    identity: "claimed",
    createdAt,
    words,
    lang: "en",
    goal: null,
    kind: null,
    burden: {},
    siteName: "Orders",
    thread: null,
    etag: null,
    nextPollAt: 0,
    polledAt: 0,
    seenAt: 0,
  };
  const outbox: Omit<OutboxRow, "order"> = {
    id: idOf(`${name} created`),
    subject: id,
    type: "org.earshot.report.created.v1",
    route: "ingest",
    state: "queued",
    bodyBytes: 0,
    collector: "sample",
    createdAt,
    nextAt: createdAt,
    nextSetAt: createdAt,
    attempt: 0,
    owner: null,
    leaseUntil: 0,
    receivedAt: null,
    seq: null,
    epoch: null,
    problem: null,
    parkedFor: null,
    ...state,
  };
  return { mine, outbox };
}
