import type { BlobRow, ItemProblem, MineRow, OutboxItem, OutboxRow, Route } from "@/lib/database/rows";
import type { AskRow } from "@/lib/database/known-rows";
import type { KnownEvent } from "@/lib/protocol/event";
import type { ThreadDoc, TimelineEntry } from "@/lib/protocol/documents";
import type { Burden } from "@/lib/protocol/burden";
import { checkDue, isClaim, newestOf, type Said } from "@/lib/reports/question";
import { bodyOf } from "./damaged";
import type { MyReport, TakenBackReport } from "./my-report";
import { isWebhookKey } from "./collector-key";
import { canUndo, CREATED, eraseItemOf, isOnlyHere, isReporters } from "./row-kinds";

/** Until when each route is closed, where it is. */
export type ClosedUntil = Partial<Record<Route, number>>;

/**
 * A report as the person sees it: the collector's thread, with what still waits here laid over it. An event leaves the
 * overlay when the thread has caught up with its receipt, so nothing is ever shown twice or missing in between.
 */
export function toMyReport(
  mine: MineRow,
  rows: readonly OutboxItem[],
  closed: ClosedUntil = {},
  picture: BlobRow | null = null,
  ask: AskRow | null = null,
  now = 0,
): MyReport {
  const { thread } = mine;
  const takenBack = mine.takenBackAt === undefined ? null : takenBackOf(rows);
  // What this browser's reviewer wrote on the same report is IT's: the person sees it when the collector says so. And
  // of what was taken back nothing is shown, also while its bytes are still needed to get there.
  const shown = rows.filter((row) => (takenBack ? row.route === "erase" : isReporters(row)));
  const own = shown.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const created = own.find((row) => row.type === CREATED);
  const pending = own.filter((row) => row !== created && isOverlaid(row, thread)).map(readRow);
  const forEvent = thread && isClaim(thread.status) ? thread.statusEvent : null;
  const said = thread === null || forEvent === null ? [] : saidOf(thread, forEvent, pending, ask);
  const isErased = mine.erased === true;
  const check = isErased ? null : checkDue(said, now);
  return {
    id: mine.id,
    words: mine.words,
    lang: mine.lang,
    goal: mine.goal,
    kind: mine.kind,
    burden: burdenOf(mine, thread, pending),
    siteName: mine.siteName,
    identity: mine.identity,
    createdAt: mine.createdAt,
    receivedAt: mine.receivedAt ?? created?.receivedAt ?? null,
    delivery: deliveryOf(created),
    problem: created?.problem && created.state !== "queued" ? created.problem : firstProblem(own),
    parkedFor: created?.parkedFor ?? null,
    nextAt: nextAttempt(own, closed),
    status: thread?.status ?? "new",
    statusBy: thread?.statusBy ?? null,
    statusAt: thread?.statusAt ?? null,
    note: thread?.note ?? null,
    timeline: timelineOf(thread, pending),
    question: forEvent !== null && check !== null ? { forEvent, check } : null,
    said,
    answered: newestOf(said)?.answer ?? null,
    picture: picture && pictureState(picture, deliveryOf(created)),
    people: thread?.people ?? 1,
    thread,
    news: newestWord(thread) > mine.seenAt,
    sendOnly: isWebhookKey(mine.collector),
    onlyHere: isOnlyHere(rows),
    takenBack,
    isErased,
  };
}

function takenBackOf(rows: readonly OutboxRow[]): TakenBackReport {
  const item = eraseItemOf(rows);
  switch (item?.state) {
    case "dead":
      return { state: "unknown", canUndo: false };
    case "received":
      return { state: "gone", canUndo: false };
    case "parked":
      return { state: "elsewhere", canUndo: canUndo(rows) };
    default:
      return { state: item?.problem?.slug === "legal-hold" ? "held" : "underWay", canUndo: canUndo(rows) };
  }
}

/** One that still waits to be asked for although its report has arrived was not asked for: it will not get there. */
function pictureState({ state }: BlobRow, delivery: MyReport["delivery"]): MyReport["picture"] {
  if (state === "stored") return "there";
  return state === "dead" || (state === "queued" && delivery === "received") ? "lost" : "onItsWay";
}

interface Pending {
  row: OutboxItem;
  event: KnownEvent | null;
}

function isOverlaid(row: OutboxRow, thread: ThreadDoc | null): boolean {
  if (row.state === "dead") return false;
  if (thread?.timeline.some((line) => line.id === row.id)) return false;
  return row.seq === null || thread === null || BigInt(row.seq) > BigInt(thread.rev);
}

/** The body is our own: it was parsed when it was queued. Without the schemas the popup is a third smaller. */
function readRow(row: OutboxItem): Pending {
  return { row, event: bodyOf(row) as KnownEvent | null };
}

function deliveryOf(created: OutboxRow | undefined): MyReport["delivery"] {
  // Its row is gone 14 days after the receipt.
  if (!created || created.state === "received") return "received";
  if (created.state === "dead") return "refused";
  return created.state === "parked" ? "parked" : "saved";
}

function firstProblem(rows: readonly OutboxRow[]): ItemProblem | null {
  return rows.find((row) => row.state === "dead")?.problem ?? null;
}

function nextAttempt(rows: readonly OutboxRow[], closed: ClosedUntil): number | null {
  const first = rows.find((row) => row.state === "queued" || row.state === "leased");
  return first ? Math.max(first.nextAt, closed[first.route] ?? 0) : null;
}

function known(pending: readonly Pending[]): { row: OutboxRow; event: KnownEvent }[] {
  return pending.flatMap(({ row, event }) => (event ? [{ row, event }] : []));
}

function burdenOf(mine: MineRow, thread: ThreadDoc | null, pending: readonly Pending[]): Burden {
  const said = known(pending).flatMap(({ event }) => (event.type === "org.earshot.burden.set.v1" ? [event] : []));
  return said.at(-1)?.data.burden ?? thread?.mine.burden ?? mine.burden;
}

/** What is remembered here; of answers of before anything was, what the collector and the outbox have. */
function saidOf(thread: ThreadDoc, forEvent: string, pending: readonly Pending[], ask: AskRow | null): Said[] {
  if (ask && ask.forEvent === forEvent && ask.said.length > 0) return ask.said;
  const waiting = known(pending).findLast(
    ({ event }) => event.type === "org.earshot.helped.answered.v1" && event.data.forEvent === forEvent,
  );
  if (waiting?.event.type === "org.earshot.helped.answered.v1") {
    const { answer, minutesNow = null } = waiting.event.data;
    return [{ check: "first", answer, minutesNow, at: waiting.row.createdAt }];
  }
  const { answer, minutesNow } = thread.mine;
  if (answer === null || thread.mine.forEvent !== forEvent) return [];
  const line = thread.timeline.findLast((said) => said.type === "helped.answered" && said.by.kind === "reporter");
  return [{ check: "first", answer, minutesNow, at: Date.parse(line?.at ?? thread.statusAt ?? thread.createdAt) }];
}

function timelineOf(thread: ThreadDoc | null, pending: readonly Pending[]): TimelineEntry[] {
  const lines = (thread?.timeline ?? []).filter((line) => line.type !== "report.created");
  return [...lines, ...known(pending).flatMap(({ row, event }) => toLine(row, event) ?? [])];
}

function toLine(row: OutboxRow, event: KnownEvent): TimelineEntry | null {
  const line = {
    id: event.id,
    seq: row.seq,
    by: { kind: "reporter", name: null },
    at: new Date(row.createdAt).toISOString(),
    applied: true,
    visibility: "thread",
  } as const;
  if (event.type === "org.earshot.comment.added.v1") {
    return { ...line, type: "comment.added", text: event.data.text, lang: event.data.lang };
  }
  if (event.type === "org.earshot.helped.answered.v1") {
    return { ...line, type: "helped.answered", text: event.data.text ?? null, answer: event.data.answer };
  }
  return null;
}

/** When IT last said something, by the collector's clock; 0 for never. What is seen is remembered on the same clock. */
export function newestWord(thread: ThreadDoc | null): number {
  const words = (thread?.timeline ?? []).filter((line) => line.by.kind !== "reporter" && line.by.kind !== "colleague");
  return Math.max(0, ...words.map((line) => Date.parse(line.at)));
}
