import type { JoinedItem } from "@/lib/known/watch-joined";
import type { MyReport } from "@/lib/outbox/my-report";
import type { Burden } from "@/lib/protocol/burden";
import { hoursBack } from "@/lib/reports/hours";
import { newestOf, type Said } from "@/lib/reports/question";

/** The one sentence on top of My reports. */
export type Summary =
  | { kind: "fixed"; count: number; hours: number }
  | { kind: "heard"; count: number }
  | { kind: "waiting"; count: number }
  | { kind: "onItsWay" };

/** An annoyance that is gone for this person, as they said themselves. */
export interface Gone {
  id: string;
  report: MyReport | null;
  /** Set where it is not their own report but one that they joined. */
  joined: JoinedItem | null;
  /** Hours a week that they got back; null where they did not say enough to know. */
  hours: number | null;
  /** It helped in part. */
  isPartly: boolean;
}

/** What IT did for this person: only what they themselves said helped, of their own and of what they joined. */
export function goneOf(reports: readonly MyReport[], joined: readonly JoinedItem[]): Gone[] {
  const own = reports
    .filter((report) => report.takenBack === null)
    .map((report) => goneBy({ id: report.id, report, joined: null }, report.said, report.burden));
  const others = joined.map((item) =>
    goneBy({ id: item.reportId, report: null, joined: item }, item.saidOfIt, item.joined ?? {}),
  );
  return [...own, ...others].filter((gone) => gone !== null);
}

function goneBy(what: Pick<Gone, "id" | "report" | "joined">, said: readonly Said[], burden: Burden): Gone | null {
  const newest = newestOf(said);
  if (newest === null || newest.answer === "no") return null;
  const isPartly = newest.answer === "partly";
  // As the collector counts: a yes without a figure gives all of it back, a partly without one cannot be counted.
  const hours = isPartly && newest.minutesNow === null ? null : hoursBack(burden, newest.minutesNow);
  return { ...what, hours, isPartly };
}

/**
 * What IT did for this person. Before that, that somebody has heard them; before that, the plain truth. null where
 * there is nothing yet.
 */
export function summaryOf(all: readonly MyReport[], gone: readonly Gone[]): Summary | null {
  if (gone.length > 0) {
    return { kind: "fixed", count: gone.length, hours: gone.reduce((sum, { hours }) => sum + (hours ?? 0), 0) };
  }
  // What went to a webhook is answered elsewhere: nothing can be said of it here.
  const reports = all.filter(
    (report) => report.takenBack === null && !(report.sendOnly && report.delivery === "received"),
  );
  if (reports.length === 0) return null;
  const arrived = reports.filter((report) => report.delivery === "received");
  const heard = arrived.filter((report) => report.status !== "new");
  if (heard.length > 0) return { kind: "heard", count: heard.length };
  return arrived.length > 0 ? { kind: "waiting", count: arrived.length } : { kind: "onItsWay" };
}
