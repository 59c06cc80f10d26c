import type { ReportDoc } from "@/lib/protocol/documents";
import { touched } from "./timeline";

/**
 * What is said to be put right and is not: it wakes up, by needing IT's attention again. What the persons themselves
 * say of it ("no", "partly") is part of the fold; this is what others say without having been asked.
 */

/**
 * Milliseconds. What browsers know of a fix is up to four hours old, a cache and the delay of anonymous events come on
 * top of that: whoever joins within this time had the annoyance before the fix.
 */
const STILL_FROM_BEFORE_MS = 6 * 3_600_000;

/** Whether a new me too asks for another look. What is already possible is joined by those who did not know it either. */
export function meTooWakes({ status, statusAt }: Pick<ReportDoc, "status" | "statusAt">, receivedAt: string): boolean {
  if (status === "declined") return true;
  if (status !== "done" || statusAt === null) return false;
  return Date.parse(receivedAt) - Date.parse(statusAt) > STILL_FROM_BEFORE_MS;
}

/** The page of a report that says that it is slow; null for any other. */
export function slowPage({ kind, context }: Pick<ReportDoc, "kind" | "context">) {
  if (kind !== "slow" || context?.path === undefined) return null;
  return { origin: context.origin, path: context.path };
}

/**
 * A report of a slow page that was put right, after somebody has found the same page slow since; null where that says
 * nothing of it. Also null where it needs attention already: what has woken it first stays said.
 */
export function slowAgain(fixed: ReportDoc, created: ReportDoc, receivedAt: string): ReportDoc | null {
  const page = slowPage(fixed);
  const other = slowPage(created);
  const isSamePage = page !== null && page.origin === other?.origin && page.path === other.path;
  if (!isSamePage || fixed.id === created.id || fixed.status !== "done" || fixed.attention !== null) return null;
  if (fixed.statusAt === null || created.createdAt <= fixed.statusAt) return null;
  return { ...touched(fixed, { receivedAt }), attention: "slow-again" };
}
