/** A month as people count it where they are. */
export interface Month {
  /** `2026-10`. */
  name: string;
  /**
   * Its first moment, as the beginning of an RFC 3339 time in UTC: `2026-09-30T22:00:00`. Times of documents, whatever
   * fractions of a second they have, sort before or behind it as texts.
   */
  from: string;
}

const HOUR_MS = 3_600_000;

/** The last `count` months, the oldest first, up to the one that `nowMs` is in. `zone`: an IANA name, else this computer's. */
export function lastMonths(nowMs: number, count: number, zone?: string): Month[] {
  const numberOf = monthNumbers(zone);
  const newest = numberOf(nowMs);
  return Array.from({ length: count }, (_, at) => {
    const month = newest - count + 1 + at;
    return { name: nameOf(month), from: new Date(startOf(month, numberOf)).toISOString().slice(0, 19) };
  });
}

/**
 * Says in which of months that follow each other a time is, -1 for before all of them. It begins at the month of UTC,
 * from which the clocks of no place are more than one away.
 */
export function monthFinder(months: readonly Month[]): (at: string) => number {
  const starts = months.map(({ from }) => from);
  const first = utcMonth(months[0]?.name ?? "");
  return (at) => {
    let place = Math.max(-1, Math.min(starts.length - 1, utcMonth(at) - first));
    while (place >= 0 && at < (starts[place] ?? "")) place -= 1;
    while (place + 1 < starts.length && at >= (starts[place + 1] ?? "")) place += 1;
    return place;
  };
}

/** Months since the year 0, from the beginning of a text such as `2026-10`. By its digits: it is done 100,000 times. */
function utcMonth(text: string): number {
  const digit = (at: number) => text.charCodeAt(at) - 48;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return year * 12 + digit(5) * 10 + digit(6) - 1;
}

/** Months since the year 0 at a moment, by the clocks of the zone. */
function monthNumbers(zone: string | undefined): (ms: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    year: "numeric",
    month: "numeric",
  });
  return (ms) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    return Number(parts.year) * 12 + Number(parts.month) - 1;
  };
}

/**
 * Looked for rather than calculated: midnight need not exist, since clocks go forward at it in some countries, and a
 * country may skip a whole day.
 */
function startOf(month: number, numberOf: (ms: number) => number): number {
  const utc = Date.UTC(Math.floor(month / 12), month % 12);
  let before = utc - 48 * HOUR_MS;
  let within = utc + 48 * HOUR_MS;
  // To the second: no zone is finer.
  while (within - before > 1000) {
    const middle = before + Math.floor((within - before) / 2000) * 1000;
    if (numberOf(middle) < month) before = middle;
    else within = middle;
  }
  return within;
}

function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
