import { EVERY_MS, nextPollAt, threadIntervalMs } from "@/lib/sync/poll-plan";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const KINDS = ["config", "known", "news", "threads", "changes", "session"] as const;
export type PollKind = (typeof KINDS)[number];

/** Requests per hour of the day that was looked at, 24 numbers a kind. */
export type Hourly = Record<PollKind, number[]>;

/** As protocol section 9 counts them. */
export interface Company {
  people: number;
  /** Share that has a report of their own which is not over. */
  withThread: number;
  /** One reviewer for so many people. */
  peopleAReviewer: number;
  /** Share of a reviewer's day with the popup open: then one long poll follows another. */
  popupOpen: number;
  /** Hours that a browser is active. */
  activeHours: number;
}

export const COMPANY_OF_10000: Company = {
  people: 10_000,
  withThread: 0.05,
  peopleAReviewer: 500,
  popupOpen: 0.1,
  activeHours: 8,
};

/** A clock does not begin when a browser does: what somebody waits for is older than that. */
const START_MS = 1000 * DAY_MS;
/** How long a long poll is held where nothing changes. */
const LONG_POLL_MS = 15_000;
/**
 * Days since the last change of a report that somebody waits for, and how many of a hundred are that old: such that one
 * of them is asked for every two hours or so, as section 9 supposes.
 */
const THREAD_AGES: readonly (readonly [days: number, share: number])[] = [
  [0.2, 9],
  [3, 26],
  [15, 35],
  [60, 30],
];

/**
 * A company's browsers over some days on a clock of their own, with the intervals and the jitter that the client itself
 * goes by; the last day is counted, since a browser brings along from yesterday what was due overnight. `fraction` is
 * random, from 0 up to 1.
 */
export function simulate(company: Company, fraction: () => number, days = 15): Hourly {
  const hourly = Object.fromEntries(KINDS.map((kind) => [kind, Array.from({ length: 24 }, () => 0)])) as Hourly;
  const countFrom = START_MS + (days - 1) * DAY_MS;

  function count(kind: PollKind, at: number): void {
    const hours = hourly[kind];
    const hour = Math.floor((at - countFrom) / HOUR_MS);
    if (at >= countFrom && hours[hour] !== undefined) hours[hour] += 1;
  }

  for (let person = 0; person < company.people; person += 1) {
    const arrivals = Array.from({ length: days }, (_, day) => START_MS + day * DAY_MS + arrival(fraction));
    const active = arrivals.map((from) => ({ from, until: from + company.activeHours * HOUR_MS }));
    poll("config", active, () => EVERY_MS.config);
    poll("known", active, () => EVERY_MS.known);
    poll("news", active, () => EVERY_MS.news);
    if (fraction() < company.withThread) {
      const changedAt = countFrom - age(fraction);
      poll("threads", active, (now) => threadIntervalMs({ thread: null, createdAt: changedAt }, now));
    }
    if (person % company.peopleAReviewer === 0) {
      poll("session", active, () => EVERY_MS.session);
      for (const { from, until } of active) watchChanges(from, until);
    }
  }
  return hourly;

  /** What is due while nobody is there is asked for when somebody comes. */
  function poll(kind: PollKind, active: readonly { from: number; until: number }[], interval: (now: number) => number) {
    let nextAt = 0;
    for (const { from, until } of active) {
      nextAt = Math.max(nextAt, from);
      while (nextAt < until) {
        count(kind, nextAt);
        nextAt = nextPollAt(nextAt, interval(nextAt), fraction());
      }
    }
  }

  /** Every few minutes; while the popup is open one long poll follows another, and each puts the timer off. */
  function watchChanges(from: number, until: number): void {
    const opensAt = from + fraction() * (until - from) * (1 - company.popupOpen);
    const closesAt = opensAt + company.popupOpen * (until - from);
    let at = from;
    while (at < until) {
      count("changes", at);
      const isOpen = at >= opensAt && at < closesAt;
      const next = isOpen ? at + LONG_POLL_MS : nextPollAt(at, EVERY_MS.changes, fraction());
      at = at < opensAt && next > opensAt ? opensAt : next;
    }
  }
}

/** Most come around half past eight, nearly all between seven and ten. */
function arrival(fraction: () => number): number {
  const middling = (fraction() + fraction() + fraction()) / 3;
  return 7 * HOUR_MS + middling * 180 * MINUTE_MS;
}

function age(fraction: () => number): number {
  let left = fraction() * 100;
  for (const [days, share] of THREAD_AGES) {
    left -= share;
    if (left <= 0) return days * DAY_MS;
  }
  return DAY_MS;
}
