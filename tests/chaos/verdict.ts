import type { TakenBack } from "./said";
import type { Stored } from "./stored";

/** What the extension called saved: an event of this type about this report. */
export interface Acknowledged {
  subject: string;
  type: string;
}

/** A row of a profile's outbox, as far as it counts here. */
export interface SaidEvent extends Acknowledged {
  id: string;
  /** Local order within its profile. */
  order: number;
  state: string;
  route: string;
  /** Why the collector will not have it, where it said so. */
  slug: string | null;
}

/** What one profile has filed. */
export interface Said {
  acknowledged: readonly Acknowledged[];
  /** All of its outbox at the end, where what was received is kept for 14 days. */
  events: readonly SaidEvent[];
}

export interface Verdict {
  filed: number;
  received: number;
  lost: string[];
  duplicated: string[];
  outOfOrder: string[];
}

/** Events of these types are lines in a document's timeline; what they change otherwise is a sum or a field. */
const IN_TIMELINE = new Set([
  "org.earshot.report.created.v1",
  "org.earshot.comment.added.v1",
  "org.earshot.status.set.v1",
]);
const CREATED = "org.earshot.report.created.v1";
const ERASED = "org.earshot.report.erased.v1";

/**
 * Compares what was filed with what is stored; pure.
 *
 * Filed is what stands in an outbox, and what was called saved and stands in none. Lost: an event of these that the
 * collector does not have, or has in no document. Duplicated: one that nobody filed (the same said by another id), or
 * that stands twice in a document. Out of order: one that overtook an earlier one of its report.
 *
 * Of a report that its author took back only that wish is filed, and what IT said of it before it was gone. The wish is
 * received when the collector has erased the report, once; it is out of order where something of it came after that.
 */
export function judge(said: readonly Said[], stored: Stored, takenBack: TakenBack = new Map()): Verdict {
  const seqOf = new Map(stored.events.map(({ id, seq }) => [id, seq]));
  const isReceived = ({ id, route, subject }: SaidEvent) =>
    route === "erase" ? erasures(subject, stored).length > 0 : seqOf.has(id);
  const events = said.flatMap((one) => one.events).filter((event) => isFiled(event, takenBack));
  const vanished = said.flatMap((one) => vanishedOf(one));
  const arrived = events.filter(isReceived);
  const timesIn = (event: SaidEvent) => (takenBack.has(event.subject) ? 1 : timesInDocument(event, stored));
  const filedIds = new Set(events.map(({ id }) => id));
  const strangers = stored.events.filter(({ id, subject }) => !filedIds.has(id) && takenBack.get(subject) !== "erased");
  return {
    filed: events.length + vanished.length,
    received: arrived.length,
    lost: [
      ...vanished.map(({ subject, type }) => `saved, and in no outbox: ${type} of ${subject}`),
      ...events
        .filter((event) => !isReceived(event))
        .map((event) => `not received (${event.state}): ${describe(event)}`),
      ...arrived.filter((event) => timesIn(event) === 0).map((event) => `in no document: ${describe(event)}`),
    ],
    duplicated: [
      ...strangers.map((event) => `stored, and in no outbox: ${describe(event)}`),
      ...arrived.filter((event) => timesIn(event) > 1).map((event) => `twice in its document: ${describe(event)}`),
      ...onceOnly(stored, takenBack).map((event) => `more than once: ${describe(event)}`),
    ],
    outOfOrder: [...said.flatMap((one) => overtaken(one.events, seqOf)), ...afterErasure(stored)].map(describe),
  };
}

/** Of a report that was taken back: the wish, and what IT said unless it came too late. */
export function isFiled({ subject, route, state, slug }: SaidEvent, takenBack: TakenBack): boolean {
  if (!takenBack.has(subject) || route === "erase") return true;
  return route === "session" && !(state === "dead" && slug === "subject-erased");
}

function erasures(subject: string, { events }: Stored): Stored["events"] {
  return events.filter((event) => event.subject === subject && event.type === ERASED);
}

/** Reports that were taken back keep their events' ids, which no outbox has any more: one creation, one erasure each. */
function onceOnly({ events }: Stored, takenBack: TakenBack): Stored["events"] {
  const seen = new Set<string>();
  return events
    .filter(({ subject, type }) => takenBack.has(subject) && (type === CREATED || type === ERASED))
    .filter((event) => seen.has(kindOf(event)) || !seen.add(kindOf(event)));
}

function afterErasure({ events }: Stored): Stored["events"] {
  const erasedAt = new Map(events.filter(({ type }) => type === ERASED).map(({ subject, seq }) => [subject, seq]));
  return events.filter(({ subject, seq }) => seq > (erasedAt.get(subject) ?? seq));
}

/** What was called saved beyond what stands in the outbox. A row more is no fault: its answer was cut off by a kill. */
function vanishedOf({ acknowledged, events }: Said): Acknowledged[] {
  const left = new Map<string, number>();
  for (const event of events) left.set(kindOf(event), (left.get(kindOf(event)) ?? 0) + 1);
  return acknowledged.filter((one) => {
    const count = left.get(kindOf(one)) ?? 0;
    left.set(kindOf(one), count - 1);
    return count <= 0;
  });
}

function kindOf({ subject, type }: Acknowledged): string {
  return `${type} ${subject}`;
}

function timesInDocument({ id, subject, type }: SaidEvent, { documents }: Stored): number {
  const timeline = documents.get(subject)?.doc?.timeline ?? [];
  return IN_TIMELINE.has(type) ? timeline.filter((line) => line.id === id).length : 1;
}

function overtaken(events: readonly SaidEvent[], seqOf: ReadonlyMap<string, bigint>): SaidEvent[] {
  const last = new Map<string, bigint>();
  return events
    .toSorted((a, b) => a.order - b.order)
    .filter(({ id, subject }) => {
      const seq = seqOf.get(id);
      if (seq === undefined) return false;
      const before = last.get(subject) ?? -1n;
      if (seq > before) last.set(subject, seq);
      return seq < before;
    });
}

function describe({ id, subject, type }: Acknowledged & { id: string }): string {
  return `${type} ${id} of ${subject}`;
}

/** The last line, and whether all is well. */
export function sayVerdict(verdict: Verdict, faults: number, kills: number): { line: string; isGood: boolean } {
  const { filed, received, lost, duplicated, outOfOrder } = verdict;
  const counts = `lost ${lost.length}, duplicated ${duplicated.length}, out of order ${outOfOrder.length}`;
  const isGood = filed > 0 && filed === received && lost.length + duplicated.length + outOfOrder.length === 0;
  return { line: `filed ${filed}, received ${received}, ${counts}; faults ${faults}, kills ${kills}`, isGood };
}
