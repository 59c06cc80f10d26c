import { describe, expect, it } from "vitest";
import type { MineRow, OutboxRow, ReportRow } from "@/lib/database/rows";
import type { Left } from "./said";
import { judgeAnswers } from "./verdict-answers";
import { leftWith, lineOf, part, storedWith } from "./verdict.test-support";

type Thread = NonNullable<MineRow["thread"]>;

const said = [
  ["a", "status.set", { status: "planned", basedOn: null }],
  ["b", "comment.added", { text: "we look into it", visibility: "thread" }],
  ["c", "comment.added", { text: "who knows this?", visibility: "internal" }],
  ["d", "triage.set", { assignee: "Kim" }],
  ["e", "status.set", { status: "done", basedOn: "a" }],
] as const;

const rows = said.map(([id, type]) =>
  part<OutboxRow>({
    id,
    subject: "r",
    type: `org.earshot.${type}.v1`,
    route: "session",
    state: "received",
    problem: null,
  }),
);
const bodies = said.map(([id, type, data]) => ({
  id,
  body: JSON.stringify({ id, subject: "r", type: `org.earshot.${type}.v1`, data }),
}));
const copy = part<ReportRow>({ id: "r", rev: 1 });
const desk = leftWith({ outbox: rows, bodies, reports: [copy] });

const author = (lines: readonly string[], status: Thread["status"] = "done") => {
  const thread = part<Thread>({ status, timeline: lines.map(lineOf), rev: "9", mine: part<Thread["mine"]>({}) });
  return leftWith({ mine: [part<MineRow>({ id: "r", collector: "c", thread, seenAt: 0 })] });
};
const reads = author(["a", "b", "e"]);

const events = said.map(([id, type], n) => ({ id, subject: "r", type, seq: BigInt(n + 2), isBlank: false }));
const triage = (assignee: string) => ({ assignee, labels: [], externalRefs: [] });
const all = { events, timelines: { r: ["a", "b", "c", "e"] }, more: { statusEvent: "e", triage: triage("Kim") } };

describe("the verdict on answers", () => {
  it("is good where all that IT said came to those who shall read it", () => {
    const verdict = judgeAnswers(desk, [reads], storedWith(all), new Map());
    expect(verdict).toEqual({ arrived: 5, shown: 3, tooLate: 0, wrong: [] });
  });

  it.each<[string, Left, Left, object, string]>([
    ["an answer that the reporter does not see", desk, author(["a", "e"]), {}, "not shown to the reporter"],
    ["one that they see twice", desk, author(["a", "b", "b", "e"]), {}, "not shown to the reporter"],
    ["a note of colleagues that they see", desk, author(["a", "b", "c", "e"]), {}, "shown to the reporter"],
    ["an old status", desk, author(["a", "b", "e"], "planned"), {}, "not the status that the reporter sees"],
    ["an old status in the document", desk, reads, { more: { ...all.more, statusEvent: "a" } }, "not the last status"],
    ["another assignee", desk, reads, { more: { ...all.more, triage: triage("Robin") } }, "not in its document"],
    ["an old copy", { ...desk, reports: [{ ...copy, rev: 0 }] }, reads, {}, "is of 0, not of 1"],
    ["a missing copy", { ...desk, reports: [] }, reads, {}, "is of never"],
  ])("sees %s", (_, its, theirs, more, what) => {
    const { wrong } = judgeAnswers(its, [theirs], storedWith({ ...all, ...more }), new Map());
    expect(wrong).toEqual([expect.stringContaining(what)]);
  });

  it("asks for nothing of what was taken back, and counts what came too late", () => {
    const problem = { slug: "subject-erased", detail: null, pointer: null };
    const late = part<OutboxRow>({ ...rows[0], id: "f", state: "dead", problem });
    const its = { ...desk, outbox: [...desk.outbox, late], reports: [] };
    const verdict = judgeAnswers(its, [leftWith({})], storedWith({ erased: ["r"] }), new Map([["r", "erased"]]));
    expect(verdict).toEqual({ arrived: 0, shown: 0, tooLate: 1, wrong: [] });
  });
});
