import type { EventData, EventType } from "@/lib/protocol/event";
import { ANONYMOUS_SOURCE } from "@/lib/protocol/event";
import type { Draw } from "./draw";

/** With whose credential an event is sent. */
export type Via =
  | { as: "named" }
  | { as: "anonymous" }
  | { as: "thread"; key: string; anonymous: boolean }
  | { as: "reviewer"; name: string };

export interface SampleEvent {
  /** Milliseconds. */
  at: number;
  via: Via;
  /** As it goes over the wire. */
  event: { id: string; subject: string; [field: string]: unknown };
}

const HOUR_MS = 3_600_000;

/** Collects what happens in the year. Gives the id of each event. */
export function createEvents(draw: Draw, isPast: (at: number) => boolean) {
  const events: SampleEvent[] = [];
  return {
    /** null, and nothing is noted, where it has not happened yet. */
    add<T extends EventType>(type: T, at: number, subject: string, via: Via, data: EventData<T>): string | null {
      if (!isPast(at)) return null;
      const id = draw.uuid();
      const isCoarse = via.as === "anonymous" || (via.as === "thread" && via.anonymous);
      const source = isCoarse
        ? ANONYMOUS_SOURCE
        : via.as === "reviewer"
          ? "urn:earshot:reviewer"
          : `urn:earshot:install:${draw.uuid()}`;
      const time = new Date(isCoarse ? Math.floor(at / HOUR_MS) * HOUR_MS : at).toISOString();
      const envelope = {
        specversion: "1.0",
        id,
        source,
        type,
        subject,
        time,
        datacontenttype: "application/json",
        data,
      };
      events.push({ at, via, event: envelope });
      return id;
    },
    /** In the order in which they happened; what happened to one report at one moment stays in its order. */
    sorted: () => events.toSorted((a, b) => a.at - b.at),
  };
}

export type Events = ReturnType<typeof createEvents>;
