import { THRESHOLD } from "@/lib/protocol/threshold";
import { byCost } from "@/lib/reports/cost-order";
import { type Hours, balanceOf, NO_HOURS, plus } from "./balance";
import { createMonths, createSites, guardedHours, guardHours } from "./cells";
import { createCoverage } from "./coverage";
import type { Impact, Line, Money, Pile, Rate } from "./figures";
import { createListening } from "./listening";
import { lastMonths } from "./months";
import { createPageTimes } from "./page-times";
import type { Guarded } from "./threshold";
import type { Fact, Told } from "./told";

export interface ImpactOptions {
  nowMs: number;
  /** Under so many people nothing is broken down. */
  threshold?: number;
  rate?: Rate | null;
  /** IANA name of the time zone that months are counted in; else this computer's. */
  zone?: string;
}

const MONTHS = 12;
const COSTLIEST = 5;

/**
 * What people themselves say that they got back, what they still lose, and how well they are heard. One walk over what
 * the Inbox lists, in any order.
 *
 * Counted once is what is the same by a link (it is one item), one install's me too however often it was said (the fold
 * keeps one voice a tag) and the last of a person's answers. Nothing can tell that somebody who filed a report has also
 * joined another one of the same annoyance: `people` may be too many by that.
 */
export function impactOf(
  items: readonly Told[],
  { nowMs, threshold = THRESHOLD, rate = null, zone }: ImpactOptions,
): Impact {
  const since = yearBefore(nowMs);
  const coverage = createCoverage(since);
  const listening = createListening(since, threshold);
  const pages = createPageTimes(threshold);
  const sites = createSites();
  const months = createMonths(lastMonths(nowMs, MONTHS, zone));
  const told = { annoyances: 0, people: 0 };
  const given = createPile();
  const unconfirmed = createPile();
  const lost = createPile();
  const declined = createPile();
  const notDeclined = createPile();

  for (const item of items) {
    if (item.joinedInto !== null) continue;
    const fact = item.doc;
    const balance = balanceOf(fact);
    told.annoyances += 1;
    told.people += fact.people;
    given.add(fact, balance.given);
    unconfirmed.add(fact, balance.unconfirmed);
    lost.add(fact, balance.lost);
    (fact.status === "declined" ? declined : notDeclined).add(fact, balance.lost);
    sites.add(fact.context?.site ?? null, { ...balance, cover: coverage.add(fact) });
    months.add(fact, balance.given);
    pages.add(item);
    listening.claim(fact);
    for (const report of [item.own, ...item.joined]) listening.report(report);
  }

  const whole = { given: guardHours(given.sum(), threshold), lost: guardHours(lost.sum(), threshold) };
  const parts = guardedHours([declined.sum(), notDeclined.sum()], threshold);
  const claims = guardHours(unconfirmed.sum(), threshold);
  return {
    threshold,
    told,
    given: whole.given,
    lines: given.lines(threshold).sort(byHours),
    unconfirmed: { annoyances: unconfirmed.count(), hours: claims },
    lost: { annoyances: lost.count(), hours: whole.lost },
    declined: { annoyances: declined.count(), hours: parts[0] ?? "few" },
    coverage: coverage.result(threshold),
    listening: listening.result(),
    sites: sites.result(threshold),
    months: months.result(threshold),
    costliest: lost.costliest(threshold),
    pages: pages.result(),
    money: rate && moneyOf(rate, { ...whole, unconfirmed: claims }),
  };
}

/** The hours of some annoyances, line by line. */
function createPile() {
  const facts: Fact[] = [];
  const hours: Hours[] = [];
  const linesOf = (threshold: number) => {
    const keys = facts.map(({ id }) => id);
    const figures = guardedHours(hours, threshold, keys);
    return facts.map((fact, at) => lineOf(fact, figures[at] ?? "few"));
  };
  return {
    add(fact: Fact, one: Hours): void {
      if (one.people === 0) return;
      facts.push(fact);
      hours.push(one);
    },
    count: (): Pile["annoyances"] => facts.length,
    sum: (): Hours => hours.reduce(plus, NO_HOURS),
    lines: linesOf,
    costliest(threshold: number): Line[] {
      const order = facts.map((fact, at) => ({ fact, at })).sort((a, b) => byCost(a.fact, b.fact));
      const lines = linesOf(threshold);
      return order.slice(0, COSTLIEST).flatMap(({ at }) => lines[at] ?? []);
    },
  };
}

function lineOf({ id, words, kind, lang, status, statusAt, context }: Fact, figures: Guarded<Hours>): Line {
  return { id, words, kind, lang, status, statusAt, site: context?.site ?? null, figures };
}

function byHours(a: Line, b: Line): number {
  const [hoursA, hoursB] = [a, b].map(({ figures }) => (figures === "few" ? -2 : (figures.hours ?? -1)));
  return (hoursB ?? 0) - (hoursA ?? 0) || (a.id < b.id ? -1 : 1);
}

function moneyOf(rate: Rate, hours: Record<"given" | "unconfirmed" | "lost", Guarded<Hours>>): Money {
  const worth = (of: Guarded<Hours>) => (of === "few" || of.hours === null ? null : of.hours * rate.perHour);
  return { ...rate, given: worth(hours.given), unconfirmed: worth(hours.unconfirmed), lost: worth(hours.lost) };
}

/** The same day of the year before, as the beginning of an RFC 3339 time. */
function yearBefore(nowMs: number): string {
  const date = new Date(nowMs);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return date.toISOString().slice(0, 19);
}
