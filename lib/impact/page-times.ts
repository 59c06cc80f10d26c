import { median } from "./listening";
import type { Fact, Told } from "./told";

/** How fast one page was before IT said that it is done, and since. Medians in milliseconds, over people. */
export interface PageChange {
  origin: string;
  path: string;
  site: string | null;
  /** When IT said it; RFC 3339. */
  doneAt: string;
  /** Until the page showed its main content (largest contentful paint), else until it was loaded. */
  measure: "lcp" | "load";
  before: { ms: number; people: number };
  after: { ms: number; people: number };
}

interface Page {
  origin: string;
  path: string;
  site: string | null;
  doneAt: string;
  /** Reports that say how fast it was. */
  samples: Fact[];
}

/**
 * Times of pages, only as they came with reports: nobody is measured who has not reported something there. A page is
 * shown from `threshold` people on, before as well as after. Of one person with a name the newest time counts; reports
 * without a name are one person each, because nothing can tell them apart.
 */
export function createPageTimes(threshold: number) {
  /** By path, then by origin. Only pages that IT says it has mended: there are few of them among many. */
  const pages = new Map<string, Map<string, Page>>();

  function addTime(fact: Fact): void {
    const { page, context } = fact;
    if (page && context) pages.get(page.path)?.get(context.origin)?.samples.push(fact);
  }

  return {
    /** Of each annoyance, first. */
    fix({ doc: { status, kind, statusAt }, own, joined }: Told): void {
      if (status !== "done" || kind !== "slow" || !statusAt) return;
      for (const { page, context } of [own, ...joined]) {
        if (!page || !context) continue;
        const here = pages.get(page.path) ?? new Map<string, Page>();
        pages.set(page.path, here);
        const before = here.get(context.origin);
        const doneAt = before && before.doneAt > statusAt ? before.doneAt : statusAt;
        here.set(context.origin, {
          origin: context.origin,
          path: page.path,
          site: context.site ?? null,
          doneAt,
          samples: [],
        });
      }
    },
    /** With the times of all of them. */
    result(items: readonly Told[]): PageChange[] {
      if (pages.size === 0) return [];
      for (const { own, joined, joinedInto } of items) {
        if (joinedInto !== null) continue;
        addTime(own);
        for (const one of joined) addTime(one);
      }
      return [...pages.values()]
        .flatMap((here) => [...here.values()].flatMap((page) => changeOf(page, threshold) ?? []))
        .sort((a, b) => b.before.people + b.after.people - a.before.people - a.after.people || compare(a.path, b.path));
    },
  };
}

function changeOf({ doneAt, samples, ...page }: Page, threshold: number): PageChange | null {
  if (samples.length < 2 * threshold) return null;
  // Both sides by the same measure.
  for (const measure of ["lcp", "load"] as const) {
    const before = timesOf(samples, measure, (at) => at < doneAt);
    const after = timesOf(samples, measure, (at) => at >= doneAt);
    if (before.length < threshold || after.length < threshold) continue;
    return {
      ...page,
      doneAt,
      measure,
      before: { ms: median(before) ?? 0, people: before.length },
      after: { ms: median(after) ?? 0, people: after.length },
    };
  }
  return null;
}

/** One time of each person. */
function timesOf(samples: readonly Fact[], measure: "lcp" | "load", isWanted: (at: string) => boolean): number[] {
  const nameless: number[] = [];
  const named = new Map<string, { at: string; ms: number }>();
  for (const { createdAt: at, page } of samples) {
    const { from = null, [measure]: ms = null } = page ?? {};
    if (ms === null || !isWanted(at)) continue;
    if (from === null) nameless.push(ms);
    else if (at >= (named.get(from)?.at ?? "")) named.set(from, { at, ms });
  }
  return [...nameless, ...[...named.values()].map(({ ms }) => ms)];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
