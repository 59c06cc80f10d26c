import { expect, test } from "vitest";
import type { TimelineEntry } from "@/lib/protocol/documents";
import { countFolded, toLines } from "./lines";

function line(id: string, part: Partial<TimelineEntry>): TimelineEntry {
  return {
    id,
    seq: "1",
    type: "comment.added",
    by: { kind: "reporter", name: null },
    at: "2026-11-20T08:00:00.000Z",
    applied: true,
    visibility: "thread",
    text: "words",
    ...part,
  };
}

const mara = { by: { kind: "reviewer", name: "Mara" } } as const;

test("each side reads its own words at its own side", () => {
  const timeline = [line("0", { type: "report.created" }), line("1", {}), line("2", { ...mara, seq: null })];
  expect(toLines(timeline, "reporter", null).map(({ own, onItsWay }) => [own, onItsWay])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(toLines(timeline, "it", "Mara").map(({ own }) => own)).toEqual([false, true]);
});

test("a status that lost can be applied by who set it, until somebody decides again", () => {
  const lost = line("1", { ...mara, type: "status.set", status: "planned", applied: false });
  const decided = line("2", { type: "status.set", status: "done", by: { kind: "reviewer", name: "Jonas" } });
  const canApply = (timeline: TimelineEntry[], me: string) => toLines(timeline, "it", me).map((one) => one.canApply);
  expect(canApply([decided, lost], "Mara")).toEqual([false, true]);
  expect(canApply([decided, lost], "Jonas")).toEqual([false, false]);
  expect(canApply([lost, decided], "Mara")).toEqual([false, false]);
});

test("thanks are marked, a bare yes is not", () => {
  const timeline = [
    line("1", { type: "helped.answered", answer: "yes" }),
    line("2", { type: "helped.answered", answer: "yes", text: null }),
    line("3", { type: "helped.answered", answer: "no" }),
  ];
  expect(toLines(timeline, "it", null).map(({ kind }) => kind)).toEqual([true, false, false]);
});

test("of a long conversation the newest are shown, and what can be applied still", () => {
  const many = (length: number, applicable = -1) =>
    countFolded(Array.from({ length }, (_, at) => ({ canApply: at === applicable })));
  expect([many(0), many(12), many(13), many(100)]).toEqual([0, 0, 5, 92]);
  expect([many(100, 40), many(100, 99)]).toEqual([40, 92]);
});
