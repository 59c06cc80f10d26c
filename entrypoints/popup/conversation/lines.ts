import type { TimelineEntry } from "@/lib/protocol/documents";

/** A line of a conversation, from the side of the one who reads it. */
export interface Line {
  entry: TimelineEntry;
  /** Said by the side that reads: it stands at the right. */
  own: boolean;
  /** Thanks, from the person whom a fix has helped. */
  kind: boolean;
  onItsWay: boolean;
  /** A status that lost to a colleague's, with nothing decided since: it can be applied all the same. */
  canApply: boolean;
}

/**
 * The conversation without its first line, which is the report itself. `side` is who reads: the person who filed it,
 * or IT. `me` is the reviewer's own name.
 */
export function toLines(timeline: readonly TimelineEntry[], side: "reporter" | "it", me: string | null): Line[] {
  const lastApplied = timeline.findLastIndex((entry) => entry.type === "status.set" && entry.applied);
  return timeline
    .map((entry, index) => ({
      entry,
      own: isIt(entry) === (side === "it"),
      kind: entry.type === "helped.answered" && entry.answer === "yes" && entry.text !== null,
      onItsWay: entry.seq === null,
      canApply: !entry.applied && side === "it" && entry.by.name === me && index > lastApplied,
    }))
    .filter((line) => line.entry.type !== "report.created");
}

/** Up to so many lines are all shown; of more, the newest `NEWEST`. */
const MOST_LINES = 12;
const NEWEST = 8;

/** How many lines are folded away, so that the newest are where IT looks. What can be applied still is among those. */
export function countFolded(lines: readonly Pick<Line, "canApply">[]): number {
  if (lines.length <= MOST_LINES) return 0;
  const wanted = lines.findIndex(({ canApply }) => canApply);
  return wanted < 0 ? lines.length - NEWEST : Math.min(wanted, lines.length - NEWEST);
}

function isIt(entry: TimelineEntry): boolean {
  return entry.by.kind !== "reporter" && entry.by.kind !== "colleague";
}
