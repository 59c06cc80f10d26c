import type { ReportDoc, TimelineEntry } from "@/lib/protocol/documents";

/** A document travels with every change: its timeline keeps the newest entries up to this many UTF-16 code units. */
const TIMELINE_LIMIT = 48 * 1024;

/** Adds an entry at the end; the oldest leave where the timeline grows too long (`earlier` says so). */
export function addToTimeline(doc: ReportDoc, entry: TimelineEntry): ReportDoc {
  const timeline = [...doc.timeline, entry];
  let size = JSON.stringify(timeline).length;
  let from = 0;
  while (size > TIMELINE_LIMIT && from < timeline.length - 1) {
    size -= JSON.stringify(timeline[from]).length + 1;
    from += 1;
  }
  return from === 0 ? { ...doc, timeline } : { ...doc, timeline: timeline.slice(from), earlier: true };
}

const DAY_MS = 86_400_000;

/**
 * The client's time where it can be true, else the time of receipt: a client's clock may be wrong, and is used for
 * display only (more than a day ahead, or more than 60 days behind, is not believed).
 */
export function trustedTime(claimed: string, receivedAt: string): string {
  const at = Date.parse(claimed);
  const received = Date.parse(receivedAt);
  if (Number.isNaN(at) || at > received + DAY_MS || at < received - 60 * DAY_MS) return receivedAt;
  return new Date(at).toISOString();
}

/** What people have answered so far to the claim `forEvent`, as far as it left a line. */
export function saidSince(timeline: readonly TimelineEntry[], forEvent: string): TimelineEntry[] {
  const claim = timeline.findIndex((line) => line.id === forEvent);
  if (claim < 0) return [];
  return timeline.slice(claim).filter((line) => line.type === "helped.answered");
}

/** Anonymous events bring the hour alone: a report must not seem to have changed before it was made. */
export function touched(doc: ReportDoc, { receivedAt }: { receivedAt: string }): ReportDoc {
  return receivedAt > doc.updatedAt ? { ...doc, updatedAt: receivedAt } : doc;
}
