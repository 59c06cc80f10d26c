import type { ReportDoc, TimelineEntry } from "@/lib/protocol/documents";
import { addToTimeline, saidSince } from "./timeline";
import type { Voice } from "./voice";

/**
 * The conversation with an answer to "Did this help?" in it. One press answers and words may follow: together they are
 * one answer, so what the same person said before of the same claim, asked for the same time, goes.
 *
 * Of a colleague only words make a line. The sums say the rest, and a thousand bare answers would push out everything
 * that was said. `before` is the person's voice as it was: by its words their earlier line is found.
 */
export function withAnswerLine(doc: ReportDoc, line: TimelineEntry, forEvent: string, before: Voice | null): ReportDoc {
  const isReporter = line.by.kind === "reporter";
  const own = saidSince(doc.timeline, forEvent).filter(
    (said) =>
      said.by.kind === line.by.kind &&
      said.check === line.check &&
      (isReporter || (before?.forEvent === forEvent && said.text === before.text)),
  );
  const earlier = isReporter ? own : own.slice(-1);
  const rest: ReportDoc = { ...doc, timeline: doc.timeline.filter((said) => !earlier.includes(said)) };
  return isReporter || line.text !== null ? addToTimeline(rest, line) : rest;
}
