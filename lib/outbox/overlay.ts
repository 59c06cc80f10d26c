import type { BlobRow, ItemProblem, MineRow, OutboxItem, OutboxRow, Route } from "@/lib/database/rows";
import type { HelpedAnswer, KnownEvent } from "@/lib/protocol/event";
import type { ThreadDoc, TimelineEntry } from "@/lib/protocol/documents";
import type { Burden } from "@/lib/protocol/burden";
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
): MyReport {
  const { thread } = mine;
  const takenBack = mine.takenBackAt === undefined ? null : takenBackOf(rows);
  // What this browser's reviewer wrote on the same report is IT's: the person sees it when the collector says so. And
  // of what was taken back nothing is shown, also while its bytes are still needed to get there.
  const shown = rows.filter((row) => (takenBack ? row.route === "erase" : isReporters(row)));
  const own = shown.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const created = own.find((row) => row.type === CREATED);
  const pending = own.filter((row) => row !== created && isOverlaid(row, thread)).map(readRow);
  const answered = answerTo(thread, pending);
  const asksFor = thread?.status === "done" || thread?.status === "possible" ? thread.statusEvent : null;
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
    delivery: deliveryOf(created),
    problem: created?.problem && created.state !== "queued" ? created.problem : firstProblem(own),
    parkedFor: created?.parkedFor ?? null,
    nextAt: nextAttempt(own, closed),
    status: thread?.status ?? "new",
    statusBy: thread?.statusBy ?? null,
    statusAt: thread?.statusAt ?? null,
    note: thread?.note ?? null,
    timeline: timelineOf(thread, pending),
    askHelped: asksFor !== null && answered === null ? asksFor : null,
    answered,
    picture: picture && pictureState(picture, deliveryOf(created)),
    people: thread?.people ?? 1,
    thread,
    news: newestWord(thread) > mine.seenAt,
    sendOnly: isWebhookKey(mine.collector),
    onlyHere: isOnlyHere(rows),
    takenBack,
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

function answerTo(thread: ThreadDoc | null, pending: readonly Pending[]): HelpedAnswer | null {
  if (!thread?.statusEvent) return null;
  const said = known(pending).flatMap(({ event }) =>
    event.type === "org.earshot.helped.answered.v1" && event.data.forEvent === thread.statusEvent ? [event] : [],
  );
  const acknowledged = thread.mine.forEvent === thread.statusEvent ? thread.mine.answer : null;
  return said.at(-1)?.data.answer ?? acknowledged;
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
