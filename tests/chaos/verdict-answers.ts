import type { MineRow } from "@/lib/database/rows";
import type { KnownEvent } from "@/lib/protocol/event";
import { toMyReport } from "@/lib/outbox/overlay";
import type { Left, TakenBack } from "./said";
import type { Stored, StoredDocument } from "./stored";
import { isFiled, type SaidEvent } from "./verdict";
import { eventsOf } from "./said";

export interface AnswerVerdict {
  /** What IT said and the collector has, of reports that are there. */
  arrived: number;
  /** Those that the reporter reads. */
  shown: number;
  /** They found that the report had been taken back. */
  tooLate: number;
  wrong: string[];
}

/** What IT said, in the order of the collector. */
interface Answer {
  event: KnownEvent;
  seq: bigint;
}

/**
 * Whether what the reviewer said came to those who shall read it; pure. The reporter's report, as their browser shows
 * it, has each answer and the last status, and no note of colleagues. The document has the last status and assignee.
 * The reviewer's own copies are those of the collector, all of them and as new.
 */
export function judgeAnswers(
  desk: Left,
  writers: readonly Left[],
  stored: Stored,
  takenBack: TakenBack,
): AnswerVerdict {
  const own = eventsOf(desk).filter(({ route }) => route === "session");
  const seqOf = new Map(stored.events.map(({ id, seq }) => [id, seq]));
  const bodies = new Map(desk.bodies.map(({ id, body }) => [id, body]));
  const read = ({ id }: SaidEvent): Answer[] => {
    const [seq, body] = [seqOf.get(id), bodies.get(id)];
    return seq === undefined || body === undefined ? [] : [{ seq, event: JSON.parse(body) as KnownEvent }];
  };
  const there = own.filter(({ subject }) => !takenBack.has(subject)).flatMap(read);
  const answers = there.toSorted((a, b) => (a.seq < b.seq ? -1 : 1)).map(({ event }) => event);
  const shown = writers.flatMap((left) => left.mine.map((row) => [row.id, shownTo(row, left)] as const));
  const reports = new Map(shown);
  return {
    arrived: answers.length,
    shown: answers.filter((event) => isForReporter(event) && isShown(event, reports)).length,
    tooLate: own.filter((event) => !isFiled(event, takenBack)).length,
    wrong: [
      ...answers.filter((event) => isForReporter(event) !== isShown(event, reports)).map(sayShown),
      ...lastOf(answers, "org.earshot.status.set.v1")
        .filter(({ id, subject }) => stored.documents.get(subject)?.doc?.statusEvent !== id)
        .map((event) => `not the last status of its document${historyOf(event, stored)}: ${describe(event)}`),
      ...lastOf(answers, "org.earshot.status.set.v1")
        .filter(({ subject, data }) => reports.get(subject)?.status !== data.status)
        .map((event) => `not the status that the reporter sees: ${describe(event)}`),
      ...lastOf(answers, "org.earshot.triage.set.v1")
        .filter(({ subject, data }) => stored.documents.get(subject)?.doc?.triage?.assignee !== data.assignee)
        .map((event) => `not in its document: ${describe(event)}`),
      ...copiesOff(desk, stored),
    ],
  };
}

/** As My reports shows it; what waits here is not laid over it, since nothing does. */
function shownTo(row: MineRow, { outbox }: Left) {
  const own = outbox.filter(({ subject }) => subject === row.id).map((item) => ({ ...item, body: "" }));
  return toMyReport(row, own);
}

type StatusSet = Extract<KnownEvent, { type: "org.earshot.status.set.v1" }>;
type Shown = ReadonlyMap<string, ReturnType<typeof toMyReport>>;

function isForReporter(event: KnownEvent): boolean {
  if (event.type === "org.earshot.comment.added.v1") return event.data.visibility === "thread";
  return event.type === "org.earshot.status.set.v1";
}

function isShown({ id, subject }: KnownEvent, reports: Shown): boolean {
  return reports.get(subject)?.timeline.filter((line) => line.id === id).length === 1;
}

function sayShown(event: KnownEvent): string {
  return `${isForReporter(event) ? "not shown to" : "shown to"} the reporter: ${describe(event)}`;
}

/** The last of this type for each report. */
function lastOf<T extends KnownEvent["type"]>(answers: readonly KnownEvent[], type: T) {
  const isOfType = (event: KnownEvent): event is Extract<KnownEvent, { type: T }> => event.type === type;
  return [...new Map(answers.filter(isOfType).map((event) => [event.subject, event])).values()];
}

/** What it was based on, and every status that the document knows. */
function historyOf({ subject, data: { basedOn } }: StatusSet, { documents }: Stored): string {
  const lines = documents.get(subject)?.doc?.timeline.filter(({ type }) => type === "status.set") ?? [];
  const statuses = lines.map(({ id, applied }) => (applied ? id : `${id}, superseded`));
  return ` (based on ${basedOn}; there: ${statuses.join("; ")})`;
}

function copiesOff({ reports }: Left, { documents }: Stored): string[] {
  const copies = new Map(reports.map(({ id, rev }) => [id, rev]));
  const open = [...documents].filter((entry): entry is [string, StoredDocument] => entry[1].doc !== null);
  return open
    .filter(([id, { rev }]) => copies.get(id) !== Number(rev))
    .map(([id, { rev }]) => `the reviewer's copy of ${id} is of ${copies.get(id) ?? "never"}, not of ${rev}`);
}

function describe({ id, subject, type }: KnownEvent): string {
  return `${type} ${id} of ${subject}`;
}
