import type { Timings } from "@/lib/protocol/context";

/** What the browser had recorded before anybody clicked; every list may be empty, every kind missing. */
export interface Recorded {
  navigation: { responseStart: number; loadEventEnd: number } | null;
  largestPaints: readonly { startTime: number }[];
  shifts: readonly { value: number; hadRecentInput: boolean; startTime: number }[];
  longTasks: readonly { duration: number }[];
  interactions: readonly { duration: number; interactionId: number }[];
}

/** Milliseconds, rounded; what was not recorded is left out rather than called 0. */
export function timings(recorded: Recorded): Timings {
  const result: Timings = {};
  const { navigation } = recorded;
  if (navigation && navigation.responseStart > 0) result.ttfb = Math.round(navigation.responseStart);
  if (navigation && navigation.loadEventEnd > 0) result.load = Math.round(navigation.loadEventEnd);
  const paint = recorded.largestPaints.at(-1);
  if (paint) result.lcp = Math.round(paint.startTime);
  const slowest = Math.max(0, ...recorded.interactions.filter((i) => i.interactionId > 0).map((i) => i.duration));
  if (slowest > 0) result.inp = Math.round(slowest);
  if (recorded.longTasks.length > 0) {
    result.longTasks = Math.round(recorded.longTasks.reduce((sum, task) => sum + task.duration, 0));
  }
  if (recorded.shifts.length > 0) result.cls = layoutShift(recorded.shifts);
  return result;
}

/** The worst burst of shifts: gaps under 1 s, at most 5 s long (web.dev/articles/cls). Ours follow no input. */
function layoutShift(shifts: Recorded["shifts"]): number {
  let worst = 0;
  let burst = 0;
  let first = 0;
  let last = -Infinity;
  for (const shift of shifts) {
    if (shift.hadRecentInput) continue;
    const goesOn = shift.startTime - last < 1000 && shift.startTime - first < 5000;
    burst = goesOn ? burst + shift.value : shift.value;
    if (!goesOn) first = shift.startTime;
    last = shift.startTime;
    worst = Math.max(worst, burst);
  }
  return Math.round(worst * 1000) / 1000;
}
