import type { MyReport } from "@/lib/outbox/my-report";
import { hoursBack } from "@/lib/reports/hours";

/** The one sentence on top of My reports. */
export type Summary =
  | { kind: "fixed"; count: number; hours: number }
  | { kind: "heard"; count: number }
  | { kind: "waiting"; count: number }
  | { kind: "onItsWay" };

/**
 * What IT did for this person: only what they themselves said helped. Before that, that somebody has heard them;
 * before that, the plain truth. null where there is nothing yet.
 */
export function summaryOf(all: readonly MyReport[]): Summary | null {
  // What went to a webhook is answered elsewhere: nothing can be said of it here.
  const reports = all.filter(
    (report) => report.takenBack === null && !(report.sendOnly && report.delivery === "received"),
  );
  if (reports.length === 0) return null;
  const fixed = reports.filter((report) => report.answered === "yes" || report.answered === "partly");
  if (fixed.length > 0) {
    return { kind: "fixed", count: fixed.length, hours: fixed.reduce((sum, report) => sum + hoursOf(report), 0) };
  }
  const arrived = reports.filter((report) => report.delivery === "received");
  const heard = arrived.filter((report) => report.status !== "new");
  if (heard.length > 0) return { kind: "heard", count: heard.length };
  return arrived.length > 0 ? { kind: "waiting", count: arrived.length } : { kind: "onItsWay" };
}

/** As the collector counts: a yes without a figure gives all of it back, a partly without one cannot be counted. */
function hoursOf(report: MyReport): number {
  const minutesNow = report.thread?.mine.minutesNow ?? null;
  if (report.answered === "partly" && minutesNow === null) return 0;
  return hoursBack(report.burden, minutesNow) ?? 0;
}
