import type { ReportDoc, TimelineEntry } from "@/lib/protocol/documents";

/**
 * Milliseconds from a report's creation to the first word that somebody of IT said to its reporter; null where nobody
 * has said one. `unknown`: it was said, and when cannot be told, since the timeline was cut, or since the answer is
 * older than the report, which was joined to one that had it already.
 *
 * A word is a text that the reporter can read, or a status that says what becomes of it. Only having read it (`heard`)
 * is none, so that a press on every report makes no figure better.
 */
export type FirstWordMs = number | "unknown" | null;

export function firstWordMs(doc: Pick<ReportDoc, "createdAt" | "timeline" | "earlier" | "status">): FirstWordMs {
  const first = doc.timeline.find(isWord);
  if (doc.earlier) return first || isSaying(doc.status) ? "unknown" : null;
  if (!first) return isSaying(doc.status) ? "unknown" : null;
  const waitedMs = Date.parse(first.at) - Date.parse(doc.createdAt);
  return waitedMs >= 0 ? waitedMs : "unknown";
}

function isWord({ by, type, applied, visibility, text, status }: TimelineEntry): boolean {
  if (by.kind !== "reviewer" && by.kind !== "admin") return false;
  if (visibility !== "thread" || !applied) return false;
  if (type === "comment.added") return text !== null;
  return type === "status.set" && (Boolean(text) || (status !== undefined && isSaying(status)));
}

function isSaying(status: ReportDoc["status"]): boolean {
  return status !== "new" && status !== "heard";
}
