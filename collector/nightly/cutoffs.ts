import type { Settings } from "../settings";

/** What is older than these is deleted. RFC 3339. */
export interface Cutoffs {
  reports: string;
  images: string;
  audit: string;
  tombstones: string;
}

const DAY_MS = 86_400_000;

export function cutoffsOf(retention: Settings["retention"], now: Date): Cutoffs {
  return {
    reports: monthsBefore(now, retention.reportsMonths),
    images: daysBefore(now, retention.imagesDays),
    audit: monthsBefore(now, retention.auditMonths),
    tombstones: daysBefore(now, retention.tombstonesDays),
  };
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}

/** The same day of an earlier month, or its last day where it is shorter: never later than was promised. */
function monthsBefore(now: Date, months: number): string {
  const at = new Date(now);
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return at.toISOString();
}
