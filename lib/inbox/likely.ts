import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { ReportRow } from "@/lib/database/rows";
import type { LikenessReason } from "@/lib/likeness/compare";
import { createLikenessIndex, type LikenessIndex } from "@/lib/likeness/likeness-index";
import type { ReportText } from "@/lib/likeness/traits";
import type { ReportDoc } from "@/lib/protocol/documents";

/** Another report that this one may be the same as. */
export interface LikelyReport {
  id: string;
  words: string;
  lang: string;
  kind: ReportDoc["kind"];
  createdAt: string;
  people: number;
  /** Empty for one that was searched for. */
  reasons: LikenessReason[];
}

const MOST_FOUND = 8;
/** The newest reports of one site that are compared; far more than anybody has open. */
const MOST_OF_SITE = 20_000;
/** Reports that are read into the index at one go, some 20 ms: a click on a launcher waits in the same worker. */
const AT_ONE_GO = 200;

interface SiteIndex {
  origin: string;
  /** The collector's history that `rev` counts in. */
  epoch: string;
  index: LikenessIndex;
  /** The newest revision in it. */
  rev: number;
}

export interface LikelyDeps {
  db: EarshotDatabase;
  /** Lets everything else have its turn. */
  pause: () => Promise<void>;
}

/**
 * Likely duplicates among the reviewer's copies. The words of one site are kept ready, that of the report asked about
 * last, because a reviewer reads site by site; a worker that was stopped reads them anew.
 */
export function createLikely({ db, pause }: LikelyDeps) {
  let kept: SiteIndex | null = null;
  /** One after the other: each finds what the one before has read. */
  let queue: Promise<unknown> = Promise.resolve();

  function indexFor(origin: string): Promise<LikenessIndex> {
    const reading = queue.then(() => readSite(origin));
    queue = reading.catch(() => {});
    return reading;
  }

  async function readSite(origin: string): Promise<LikenessIndex> {
    const epoch = (await readKv(db, "epoch"))?.epoch ?? "";
    const isKept = kept?.origin === origin && kept.epoch === epoch;
    const site = isKept && kept ? kept : { origin, epoch, index: createLikenessIndex(), rev: -1 };
    // The index takes what comes last for the newest.
    const rows = (await changedSince(db, site)).toSorted((a, b) => a.rev - b.rev).slice(-MOST_OF_SITE);
    for (const [at, row] of rows.entries()) {
      site.index.put(textOf(row.doc));
      site.rev = row.rev;
      if (at % AT_ONE_GO === AT_ONE_GO - 1) await pause();
    }
    kept = site;
    return site.index;
  }

  async function likely(row: ReportRow): Promise<LikelyReport[]> {
    const index = await indexFor(row.origin);
    const found: LikelyReport[] = [];
    for (const { id, reasons } of index.propose(row.id)) {
      const other = await db.reports.get(id);
      // Erased or out of scope by now.
      if (!other) index.remove(id);
      else if (!isJoined(row.doc, other.doc)) found.push(reportOf(other.doc, reasons));
    }
    return found;
  }

  /** All words of `search` in what somebody said, of any site: a person knows better than the measure. */
  async function find(row: ReportRow, search: string): Promise<LikelyReport[]> {
    const wanted = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const rows = await db.reports
      .filter(({ doc }) => {
        const said = `${doc.words} ${doc.goal ?? ""}`.toLocaleLowerCase();
        return doc.id !== row.id && !isJoined(row.doc, doc) && wanted.every((word) => said.includes(word));
      })
      .limit(MOST_FOUND)
      .toArray();
    return rows.map(({ doc }) => reportOf(doc, []));
  }

  return {
    /** Without a search the likely ones. None for a report that is not held. */
    async ask(reportId: string, search: string): Promise<LikelyReport[]> {
      const row = await db.reports.get(reportId);
      if (!row) return [];
      return search.trim() === "" ? likely(row) : find(row, search);
    },
  };
}

export type Likely = ReturnType<typeof createLikely>;

/** Also reports without a page: they may be about any site. At first only those of the site are read, then all that is new. */
function changedSince(db: EarshotDatabase, { origin, rev }: SiteIndex): Promise<ReportRow[]> {
  if (rev < 0 && origin !== "") return db.reports.where("origin").anyOf(origin, "").toArray();
  const isOfSite = (row: ReportRow) => origin === "" || row.origin === "" || row.origin === origin;
  return db.reports.where("rev").above(rev).filter(isOfSite).toArray();
}

/** Already one, or both the same as a third. */
function isJoined(a: ReportDoc, b: ReportDoc): boolean {
  const [ours, theirs] = [a.canonical ?? null, b.canonical ?? null];
  return ours === b.id || theirs === a.id || (ours !== null && ours === theirs);
}

function reportOf({ id, words, lang, kind, createdAt, people }: ReportDoc, reasons: LikenessReason[]): LikelyReport {
  return { id, words, lang, kind, createdAt, people, reasons };
}

function textOf({ id, words, lang, goal, kind, context }: ReportDoc): ReportText {
  return {
    id,
    words,
    lang,
    goal,
    kind,
    origin: context?.origin ?? null,
    path: context?.path ?? null,
    element: context?.element ?? null,
  };
}
