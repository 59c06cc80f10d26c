import type { Hours } from "./balance";
import type { Cover, Coverage } from "./coverage";
import type { Listening } from "./listening";
import type { PageChange } from "./page-times";
import type { Guarded } from "./threshold";
import type { Fact } from "./told";

/** Everything that is shown of what Earshot was worth; the page for the business is made from the same. */
export interface Impact {
  threshold: number;
  /** What all figures are made from. A person who told of two annoyances counts twice: nothing can tell. */
  told: { annoyances: number; people: number };
  /** Hours a week that people have confirmed: the sum of `lines`. */
  given: Guarded<Hours>;
  /** The most first; those whose figures are hidden come last. */
  lines: Line[];
  /** Done, and not confirmed by anybody: claims, no value. */
  unconfirmed: Pile;
  /** What still costs people time; what IT said no to is among it. */
  lost: Pile;
  declined: Pile;
  coverage: Coverage;
  listening: Listening;
  /** By name; the reports of no named site come last. */
  sites: SiteFigures[];
  /** The last 12 months, the oldest first; those in which nothing was told are there too. */
  months: MonthFigures[];
  /** What costs most now, in the Inbox's order. */
  costliest: Line[];
  pages: PageChange[];
  /** null where policy names no rate. */
  money: Money | null;
}

export interface Pile {
  annoyances: number;
  hours: Guarded<Hours>;
}

/** One annoyance. Enough to say which it is, and to open it. */
export interface Line extends Pick<Fact, "id" | "words" | "isCut" | "kind" | "lang" | "status"> {
  site: string | null;
  /** When IT said what it said last; RFC 3339. */
  statusAt: string | null;
  figures: Guarded<Hours>;
}

export interface SiteFigures {
  /** As policy names it; null: reports without a page, or of a page that has no name. */
  site: string | null;
  given: Guarded<Hours>;
  lost: Guarded<Hours>;
  coverage: Guarded<Cover>;
}

export interface MonthFigures {
  /** `2026-10`, by the clocks of here. */
  month: string;
  /** Annoyances that were told in it, with their people of until now. */
  told: Guarded<{ annoyances: number; people: number }>;
  /** What people got back by what IT did in it. */
  given: Guarded<Hours>;
}

export interface Rate {
  /** ISO 4217, such as `EUR`. */
  currency: string;
  perHour: number;
}

/** In the currency of the rate, a week; null: not said, or of too few people. */
export interface Money extends Rate {
  given: number | null;
  unconfirmed: number | null;
  lost: number | null;
}
