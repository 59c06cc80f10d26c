import type { Draw } from "./draw";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
export const DAYS = 365;

export interface Calendar {
  /** A moment of work on that day of the year (0 to 364), in milliseconds; the next working day where nobody works. */
  at(day: number): number;
  /** So many days later, at another hour. */
  after(at: number, days: number): number;
  /** Whether it has been by now. */
  isPast(at: number): boolean;
  /** Days of the year that have passed at that moment. */
  dayOf(at: number): number;
}

/** Hours of the day, in UTC, and how much is going on in them. */
const BUSY = { 5: 2, 6: 6, 7: 10, 8: 12, 9: 12, 10: 9, 11: 5, 12: 8, 13: 11, 14: 10, 15: 7, 16: 3, 17: 1, 20: 1 };

/** The year that ends now, with its weekends. */
export function createCalendar(now: number, draw: Draw): Calendar {
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  const start = midnight - DAYS * DAY_MS;

  function at(day: number): number {
    const date = start + Math.round(day) * DAY_MS;
    const weekday = new Date(date).getUTCDay();
    const isFree = (weekday === 0 || weekday === 6) && !draw.chance(0.06);
    const worked = isFree ? date + (weekday === 6 ? 2 : 1) * DAY_MS : date;
    return worked + (Number(draw.weighted(BUSY)) * 60 + draw.int(0, 59)) * MINUTE_MS + draw.int(0, 59_999);
  }

  return {
    at,
    after: (moment, days) => at((Math.floor(moment / DAY_MS) * DAY_MS - start) / DAY_MS + days),
    isPast: (moment) => moment < now - 30 * MINUTE_MS,
    dayOf: (moment) => (moment - start) / DAY_MS,
  };
}
