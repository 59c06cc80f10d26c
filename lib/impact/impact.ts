import { THRESHOLD } from "@/lib/protocol/threshold";
import { byCost } from "@/lib/reports/cost-order";
import { addHours, type Balance, balanceOf, type Hours, NO_HOURS } from "./balance";
import { createMonths, createSites, guardedHours, guardHours, rounded } from "./cells";
import { createCoverage } from "./coverage";
import type { Impact, Line, Money, Pile, Rate } from "./figures";
import { createListening } from "./listening";
import { lastMonths } from "./months";
import { createPageTimes } from "./page-times";
import { type Guarded, hidden } from "./threshold";
import type { Fact, Told } from "./told";

export interface ImpactOptions {
  nowMs: number;
  /** Under so many people nothing is broken down. */
  threshold?: number;
  rate?: Rate | null;
  /** IANA name of the time zone that months are counted in; else this computer's. */
  zone?: string;
}

/** Reports that are counted at one go, some milliseconds. */
const AT_ONE_GO = 2000;
const MONTHS = 12;
const COSTLIEST = 5;

/**
 * What people themselves say that they got back, what they still lose, and how well they are heard. A walk over what
 * the Inbox lists, in any order.
 *
 * Counted once is what is the same by a link (it is one item), one install's me too however often it was said (the fold
 * keeps one voice a tag) and the last of a person's answers. Nothing can tell that somebody who filed a report has also
 * joined another one of the same annoyance: `people` may be too many by that.
 */
export function impactOf(items: readonly Told[], options: ImpactOptions): Impact {
  const counting = countImpact(items, options);
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
  }
}

/** The same in small steps: with 100,000 reports all of it at one go would be felt by whoever is at work. */
export function* countImpact(
  items: readonly Told[],
  { nowMs, threshold = THRESHOLD, rate = null, zone }: ImpactOptions,
): Generator<void, Impact, void> {
  const since = yearBefore(nowMs);
  const coverage = createCoverage(since);
  const listening = createListening(since, threshold);
  const pages = createPageTimes(threshold);
  const sites = createSites();
  const months = createMonths(lastMonths(nowMs, MONTHS, zone));
  const told = { annoyances: 0, people: 0 };
  const given = createPile("given");
  const unconfirmed = createPile("unconfirmed");
  const lost = createPile("lost");
  const declined = { annoyances: 0, hours: { ...NO_HOURS } };
  const notDeclined = { ...NO_HOURS };

  let counted = 0;
  for (const item of items) {
    counted += 1;
    if (counted % AT_ONE_GO === 0) yield;
    if (item.joinedInto !== null) continue;
    const fact = item.doc;
    const balance = balanceOf(fact);
    told.annoyances += 1;
    told.people += fact.people;
    given.add(fact, balance);
    unconfirmed.add(fact, balance);
    lost.add(fact, balance);
    addHours(fact.status === "declined" ? declined.hours : notDeclined, balance.lost);
    if (fact.status === "declined") declined.annoyances += 1;
    sites.add(fact.context?.site ?? null, balance, coverage.add(fact));
    months.add(fact, balance.given);
    pages.fix(item);
    listening.claim(fact);
    listening.report(item.own);
    for (const report of item.joined) listening.report(report);
  }

  const whole = { given: guardHours(given.sum(), threshold), lost: guardHours(lost.sum(), threshold) };
  const parts = guardedHours([declined.hours, notDeclined], threshold);
  const claims = guardHours(unconfirmed.sum(), threshold);
  yield;
  const lines = given.lines(threshold).sort(byHours);
  yield;
  const costliest = lost.costliest(threshold);
  yield;
  const heard = listening.result();
  yield;
  const changes = pages.result(items);
  yield;
  return {
    threshold,
    told,
    given: whole.given,
    lines,
    unconfirmed: { annoyances: unconfirmed.count(), hours: claims },
    lost: { annoyances: lost.count(), hours: whole.lost },
    declined: { annoyances: declined.annoyances, hours: parts[0] ?? "few" },
    coverage: coverage.result(threshold),
    listening: heard,
    sites: sites.result(threshold),
    months: months.result(threshold),
    costliest,
    pages: changes,
    money: rate && moneyOf(rate, { ...whole, unconfirmed: claims }),
  };
}

/** One side of the balance of some annoyances, line by line. */
function createPile(side: keyof Balance) {
  const facts: Fact[] = [];
  const people: number[] = [];
  const said: number[] = [];
  const sum = { ...NO_HOURS };
  /** Which are hidden; by their ids, so that it does not matter in which order they came. */
  const hides = (threshold: number) => hidden([people, said], threshold, (at) => facts[at]?.id ?? "");
  // Worked out again for the few that are shown: to keep them for all costs more.
  const lineAt = (at: number, isHidden: boolean): Line | [] => {
    const fact = facts[at];
    return fact ? lineOf(fact, isHidden ? "few" : rounded(balanceOf(fact)[side])) : [];
  };
  return {
    add(fact: Fact, balance: Balance): void {
      const one = balance[side];
      if (one.people === 0) return;
      facts.push(fact);
      people.push(one.people);
      said.push(one.people - one.unknown);
      addHours(sum, one);
    },
    count: (): Pile["annoyances"] => facts.length,
    sum: (): Hours => sum,
    lines(threshold: number): Line[] {
      return hides(threshold).flatMap((isHidden, at) => lineAt(at, isHidden));
    },
    costliest(threshold: number): Line[] {
      const areHidden = hides(threshold);
      return firstOf(facts, COSTLIEST).flatMap((at) => lineAt(at, areHidden[at] ?? true));
    },
  };
}

/** The places of those that cost most, in that order: all need not be sorted for a few. */
function firstOf(facts: readonly Fact[], count: number): number[] {
  const first: { fact: Fact; at: number }[] = [];
  let at = -1;
  for (const fact of facts) {
    at += 1;
    const last = first[count - 1];
    if (last && byCost(last.fact, fact) <= 0) continue;
    first.push({ fact, at });
    first.sort((a, b) => byCost(a.fact, b.fact));
    if (first.length > count) first.pop();
  }
  return first.map((one) => one.at);
}

function lineOf(fact: Fact, figures: Guarded<Hours>): Line {
  const { id, words, isCut, kind, lang, status, statusAt, context } = fact;
  return { id, words, ...(isCut && { isCut }), kind, lang, status, statusAt, site: context?.site ?? null, figures };
}

function byHours(a: Line, b: Line): number {
  return weightOf(b.figures) - weightOf(a.figures) || (a.id < b.id ? -1 : 1);
}

/** What is hidden comes last, what was not said before it. */
function weightOf(figures: Guarded<Hours>): number {
  return figures === "few" ? -2 : (figures.hours ?? -1);
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
