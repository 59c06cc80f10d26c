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
