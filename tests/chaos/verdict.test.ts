import { describe, expect, it } from "vitest";
import type { TakenBack } from "./said";
import type { Stored } from "./stored";
import { judge, type Said, type SaidEvent, sayVerdict } from "./verdict";
import { storedWith } from "./verdict.test-support";

const CREATED = "org.earshot.report.created.v1";
const COMMENT = "org.earshot.comment.added.v1";
const BURDEN = "org.earshot.burden.set.v1";
const STATUS = "org.earshot.status.set.v1";
const ERASED = "org.earshot.report.erased.v1";

const item = (id: string, type: string, order: number, more: Partial<SaidEvent> = {}): SaidEvent => {
  return { id, subject: "r", type, order, state: "received", route: "ingest", slug: null, ...more };
};
const said: Said = {
  acknowledged: [
    { subject: "r", type: CREATED },
    { subject: "r", type: COMMENT },
  ],
  events: [
    item("a", CREATED, 1),
    item("b", COMMENT, 2),
    // Its answer was cut off: saved, and never called so.
    item("c", BURDEN, 3),
  ],
};

const row = (id: string, seq: number, type: string) => {
  return { id, seq: BigInt(seq), type, subject: "r", isBlank: false };
};
const A = row("a", 4, CREATED);
const B = row("b", 6, COMMENT);
const C = row("c", 7, BURDEN);
const stored = (events: Stored["events"], timeline = ["a", "b"]) => storedWith({ events, timelines: { r: timeline } });

describe("the verdict of a chaos run", () => {
  it("is good where all that was filed is stored once and in order", () => {
    const verdict = judge([said], stored([A, B, C]));
    expect(sayVerdict(verdict, 7, 3)).toEqual({
      line: "filed 3, received 3, lost 0, duplicated 0, out of order 0; faults 7, kills 3",
      isGood: true,
    });
  });

  it.each<[string, Said, Stored, string]>([
    ["an event that did not arrive", said, stored([A, B]), "filed 3, received 2, lost 1, duplicated 0"],
    ["an event that the documents lack", said, stored([A, B, C], ["a"]), "lost 1, duplicated 0"],
    [
      "a saved one that is gone",
      { ...said, events: said.events.slice(0, 1) },
      stored([A], ["a"]),
      "filed 2, received 1, lost 1",
    ],
    ["the same again by another id", said, stored([A, B, C, row("d", 8, COMMENT)]), "lost 0, duplicated 1"],
    ["a line that a document has twice", said, stored([A, B, C], ["a", "b", "b"]), "lost 0, duplicated 1"],
    ["an event that overtook", said, stored([A, row("c", 5, BURDEN), B]), "duplicated 0, out of order 1"],
  ])("sees %s", (_, filed, has, part) => {
    const { line, isGood } = sayVerdict(judge([filed], has), 0, 0);
    expect(line).toContain(part);
    expect(isGood).toBe(false);
  });

  it("is not good where nothing was filed", () => {
    expect(sayVerdict(judge([], stored([])), 0, 0).isGood).toBe(false);
  });

  it("lets reports overtake each other", () => {
    const events = [item("a", BURDEN, 1), item("b", BURDEN, 2, { subject: "s" })];
    const has = stored([row("a", 2, BURDEN), { ...row("b", 1, BURDEN), subject: "s" }]);
    expect(judge([{ acknowledged: [], events }], has).outOfOrder).toEqual([]);
  });
});

describe("a report that was taken back", () => {
  const erased: TakenBack = new Map([["r", "erased"]]);
  const blank = (event: Stored["events"][number]) => ({ ...event, isBlank: true });
  const E = blank(row("e", 9, ERASED));
  const gone = (...events: Stored["events"]) => storedWith({ events, erased: ["r"] });
  /** What the author's and the reviewer's browser have of it. */
  const wish: Said = { acknowledged: [], events: [item("wish", ERASED, 4, { route: "erase" })] };
  const tooLate = item("f", STATUS, 2, { route: "session", state: "dead", slug: "subject-erased" });
  const desk: Said = {
    acknowledged: [{ subject: "r", type: STATUS }],
    events: [item("d", STATUS, 1, { route: "session" }), tooLate],
  };
  const D = blank(row("d", 8, STATUS));
  const lineOf = (has: Stored, what = erased) => sayVerdict(judge([wish, desk], has, what), 0, 0).line;

  it("counts as the wish, and as what IT had said before", () => {
    expect(lineOf(gone(blank(A), blank(B), D, E))).toContain(
      "filed 2, received 2, lost 0, duplicated 0, out of order 0",
    );
  });

  it.each<[string, Stored, string]>([
    ["a wish that nobody has heard", stored([A, B, row("d", 8, STATUS)]), "filed 2, received 1, lost 1"],
    ["IT's answer that was lost before", gone(blank(A), E), "filed 2, received 1, lost 1"],
    ["one erased twice", gone(blank(A), D, E, blank(row("g", 10, ERASED))), "duplicated 1"],
    ["one created again", gone(blank(A), D, E, row("h", 10, CREATED)), "duplicated 1, out of order 1"],
    ["something that came after it", gone(blank(A), D, E, row("h", 10, COMMENT)), "duplicated 0, out of order 1"],
  ])("sees %s", (_, has, part) => {
    expect(lineOf(has)).toContain(part);
  });

  it("is not to be there where it was never sent", () => {
    const nothing: Said = { acknowledged: [], events: [] };
    const verdict = judge([nothing], stored([A]), new Map([["r", "deleted"]]));
    expect(verdict.duplicated).toHaveLength(1);
  });

  it("is one that nobody asked to have erased, where nobody did", () => {
    const verdict = judge([said], gone(blank(A), blank(B), blank(C), E));
    expect([verdict.lost.length, verdict.duplicated.length]).toEqual([2, 1]);
  });
});
