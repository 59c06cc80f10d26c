import type { EarshotEvent } from "@/lib/protocol/event";
import type { Problem } from "@/lib/protocol/problem";
import { itemProblem } from "./accept";

/**
 * Whether an event is about what it may be about (null): a month about the organisation, everything else about a
 * report. A report of the organisation's id could be taken back by whoever filed it, and every published month with it.
 */
export function refuseSubject(event: EarshotEvent, organisation: string): Problem | null {
  const isMonth = !("unknown" in event) && event.type === "org.earshot.digest.published.v1";
  if (isMonth === (event.subject === organisation)) return null;
  return itemProblem("invalid-event", "only a month is about the organisation", "/subject");
}
