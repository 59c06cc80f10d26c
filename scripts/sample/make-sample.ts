import type { Kind } from "@/lib/protocol/event";
import type { Annoyance } from "./annoyance";
import { CUSTOMERS } from "./annoyances/customers";
import { MORE_CUSTOMERS } from "./annoyances/customers-more";
import { HANDBOOK } from "./annoyances/handbook";
import { ORDERS } from "./annoyances/orders";
import { MORE_ORDERS } from "./annoyances/orders-more";
import { STOCK } from "./annoyances/stock";
import { MORE_STOCK } from "./annoyances/stock-more";
import { TIME } from "./annoyances/time";
import { MORE_TIME } from "./annoyances/time-more";
import { TRAVEL } from "./annoyances/travel";
import { MORE_TRAVEL } from "./annoyances/travel-more";
import { createCalendar } from "./calendar";
import { sitesOf } from "./company";
import { createDraw } from "./draw";
import { tellLoneOnes } from "./lone";
import type { Filed } from "./person";
import { createEvents, type SampleEvent } from "./sample-events";
import { tellAnnoyance } from "./tell";

export const ANNOYANCES: readonly Annoyance[] = [
  ...ORDERS,
  ...MORE_ORDERS,
  ...TRAVEL,
  ...MORE_TRAVEL,
  ...TIME,
  ...MORE_TIME,
  ...STOCK,
  ...MORE_STOCK,
  ...CUSTOMERS,
  ...MORE_CUSTOMERS,
  ...HANDBOOK,
];

export interface SampleOptions {
  seed: number;
  /** Milliseconds; the year ends then. */
  now: number;
  /** How many reports, about. */
  reports: number;
  /** Of the one tool that is really served. */
  handbookOrigin: string;
  /** Who looks at it: some of the reports are theirs. */
  me: string;
}

export interface Sample {
  /** In the order in which they happened. */
  events: SampleEvent[];
  /** The reports of `me`. */
  mine: { report: Filed; site: string; kind: Kind }[];
  reports: number;
}

/** A year of a company, made up. The same for the same options. */
export function makeSample({ seed, now, reports, handbookOrigin, me }: SampleOptions): Sample {
  const draw = createDraw(seed);
  const calendar = createCalendar(now, draw);
  const events = createEvents(draw, calendar.isPast);
  const world = { draw, events, calendar };
  const sites = sitesOf(handbookOrigin);
  let made = tellLoneOnes(world, sites).length;
  const mine: Sample["mine"] = [];
  let weightLeft = ANNOYANCES.reduce((sum, { weight }) => sum + weight, 0);
  for (const annoyance of ANNOYANCES) {
    const count = Math.max(1, Math.round(((reports - made) * annoyance.weight) / weightLeft));
    const site = sites[annoyance.site];
    const filed = tellAnnoyance(world, annoyance, site, count, annoyance.mine ? me : undefined);
    if (annoyance.mine)
      mine.push(...filed.slice(0, 1).map((report) => ({ report, site: site.name, kind: annoyance.kind })));
    made += filed.length;
    weightLeft -= annoyance.weight;
  }
  return { events: events.sorted(), mine, reports: made };
}
