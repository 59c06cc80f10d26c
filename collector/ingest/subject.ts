import type { EarshotEvent } from "@/lib/protocol/event";

/**
 * Whether an event is about what it may be about: a month about the organisation, everything else about a report. A
 * report of the organisation's id could be taken back by whoever filed it, and every published month with it.
 */
export function isRightSubject(event: EarshotEvent, organisation: string): boolean {
  const isMonth = !("unknown" in event) && event.type === "org.earshot.digest.published.v1";
  return isMonth === (event.subject === organisation);
}
