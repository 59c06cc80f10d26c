import { dayOf } from "@/lib/reports/look-again";

const DAY_MS = 86_400_000;
/** A quarter of a year: long enough for something to have changed, short enough to be remembered. */
const FIRST_DAYS = 91;
/** Two years: reports are kept that long by default. */
const LAST_DAYS = 730;

/** `YYYY-MM-DD`, by this computer's calendar. `named` is the day that was said before, if any. */
export function lookDays(
  nowMs: number,
  named: string | undefined,
): {
  /** What stands in the field at first: the day that was named, where it is still to come. */
  first: string;
  earliest: string;
  latest: string;
} {
  const earliest = dayOf(nowMs + DAY_MS);
  const first = named !== undefined && named >= earliest ? named : dayOf(nowMs + FIRST_DAYS * DAY_MS);
  return { first, earliest, latest: dayOf(nowMs + LAST_DAYS * DAY_MS) };
}

export function isLookDay(day: string, { earliest, latest }: { earliest: string; latest: string }): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && day >= earliest && day <= latest;
}
