import type { TimelineEntry } from "@/lib/protocol/documents";
import type { KnownEvent } from "@/lib/protocol/event";
import type { FoldContext } from "./fold";
import { trustedTime } from "./timeline";

/** The line that an event leaves in the conversation. */
export function entry(
  event: KnownEvent,
  context: FoldContext,
  rest: Partial<TimelineEntry> & Pick<TimelineEntry, "text">,
): TimelineEntry {
  const type = event.type.slice("org.earshot.".length, -".v1".length) as TimelineEntry["type"];
  return {
    id: event.id,
    seq: context.seq,
    type,
    by: { kind: context.actorKind, name: context.actor },
    at: trustedTime(event.time, context.receivedAt),
    applied: true,
    visibility: "thread",
    ...rest,
  };
}
