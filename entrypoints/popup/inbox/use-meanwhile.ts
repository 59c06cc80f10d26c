import { useState } from "react";
import type { TimelineEntry } from "@/lib/protocol/documents";

/** Entries of others that came after `seen` was looked at, oldest first. `me` is the reviewer's own name. */
export function newsFor(
  timeline: readonly TimelineEntry[],
  seen: ReadonlySet<string>,
  me: string | null,
): TimelineEntry[] {
  return timeline.filter(({ id, seq, by }) => {
    const isMine = me !== null && by.name === me && (by.kind === "reviewer" || by.kind === "admin");
    return seq !== null && !isMine && !seen.has(id);
  });
}

/** What others have said of the report since the reviewer began to write; nothing while they do not write. */
export function useMeanwhile(
  timeline: readonly TimelineEntry[],
  isWriting: boolean,
  me: string | null,
): TimelineEntry[] {
  const [seen, setSeen] = useState<ReadonlySet<string> | null>(null);
  if (isWriting && seen === null) setSeen(new Set(timeline.map(({ id }) => id)));
  if (!isWriting && seen !== null) setSeen(null);
  return seen === null ? [] : newsFor(timeline, seen, me);
}
