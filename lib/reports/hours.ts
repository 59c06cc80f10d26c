import type { Burden, MinutesNow, Often } from "@/lib/protocol/burden";

/**
 * Times a week that each answer stands for. Protocol section 4, rule 6: a working week has five days; "many times a
 * day" is counted as six times a day, "a few times a month" as 0.7 a week. What happened once has no weekly cost.
 */
const TIMES_A_WEEK: Record<Often, number> = {
  once: 0,
  monthly: 0.7,
  weekly: 3,
  daily: 5,
  hourly: 30,
};

/** Hours a week = times a week x minutes / 60; null (unknown, never 0) where either was not said. */
export function hoursAWeek(burden: Burden): number | null {
  if (burden.often === undefined || burden.minutes === undefined) return null;
  return round((TIMES_A_WEEK[burden.often] * burden.minutes) / 60);
}

/**
 * Hours a week that one person got back: the burden before minus what is left of it at `minutesNow` each time (0
 * where it was not said, which only a `yes` may leave open). Never negative; null where the burden is unknown.
 */
export function hoursBack(burden: Burden, minutesNow: MinutesNow | null): number | null {
  const before = hoursAWeek(burden);
  if (before === null || burden.often === undefined) return null;
  const left = (TIMES_A_WEEK[burden.often] * (minutesNow ?? 0)) / 60;
  return Math.max(0, round(before - left));
}

/** Sums of fractions are kept to a microhour, so that adding and taking away the same voice ends at the same sum. */
export function round(hours: number): number {
  return Math.round(hours * 1e6) / 1e6;
}
