import type { EventRoute, OutboxItem } from "@/lib/database/rows";
import type { Clock } from "@/lib/platform/clock";
import type { Ids } from "@/lib/platform/ids";
import type { Random } from "@/lib/platform/random";
import { ANONYMOUS_SOURCE, type Envelope, type EventData, type EventType } from "@/lib/protocol/event";

/** Whose form an event takes: with this install's id, without anything that could be tied to it, or a reviewer's. */
export type EventForm = "claimed" | "anonymous" | "reviewer";

export interface EventToWrite<T extends EventType = EventType> {
  type: T;
  subject: string;
  route: EventRoute;
  form: EventForm;
  data: EventData<T>;
  /** Id and time where they were chosen, and shown, before; else they are of now. */
  sealed?: { id: string; at: number };
  /** Milliseconds in which it can still be undone: it does not leave before. */
  undoMs?: number;
}

export interface WriteDeps {
  clock: Clock;
  ids: Ids;
  random: Random;
  /** The longest that something without a name waits by the policy in force, in milliseconds. */
  anonymousMs(): number;
}

const HOUR_MS = 3_600_000;
/**
 * Freezes an event into its outbox row: every attempt sends the same bytes. An anonymous one has a random id, the
 * hour for its time, no source of its own and a random delay, since each of these could tie two reports together: its
 * order of arrival is kept, so a rounded time alone hides little.
 */
export function writeEvent(
  event: EventToWrite,
  installId: string,
  collector: string,
  { clock, ids, random, anonymousMs }: WriteDeps,
): OutboxItem {
  const now = clock.now();
  const anonymous = event.form === "anonymous";
  const id = event.sealed?.id ?? (anonymous ? ids.random() : ids.ordered());
  const at = event.sealed?.at ?? now;
  const envelope: Envelope = {
    specversion: "1.0",
    id,
    source: sourceOf(event.form, installId),
    type: event.type,
    subject: event.subject,
    time: new Date(anonymous ? at - (at % HOUR_MS) : at).toISOString(),
    datacontenttype: "application/json",
    partitionkey: event.subject,
    data: event.data,
  };
  const body = JSON.stringify(envelope);
  return {
    id,
    subject: event.subject,
    type: event.type,
    route: event.route,
    state: "queued",
    body,
    bodyBytes: new TextEncoder().encode(body).length,
    collector,
    createdAt: now,
    nextAt: anonymous ? now + Math.floor(random.fraction() * anonymousMs()) : now + (event.undoMs ?? 0),
    nextSetAt: now,
    attempt: 0,
    owner: null,
    leaseUntil: 0,
    receivedAt: null,
    seq: null,
    epoch: null,
    problem: null,
    parkedFor: null,
    ...(anonymous && { anonymous }),
  };
}

function sourceOf(form: EventForm, installId: string): string {
  if (form === "anonymous") return ANONYMOUS_SOURCE;
  return form === "reviewer" ? "urn:earshot:reviewer" : `urn:earshot:install:${installId}`;
}
