import { describe, expect, it } from "vitest";
import { judge, type Said, sayVerdict, type Stored } from "./verdict";

const CREATED = "org.earshot.report.created.v1";
const COMMENT = "org.earshot.comment.added.v1";
const BURDEN = "org.earshot.burden.set.v1";

const said: Said = {
  acknowledged: [
    { subject: "r", type: CREATED },
    { subject: "r", type: COMMENT },
  ],
  events: [
    { id: "a", subject: "r", type: CREATED, order: 1, state: "received" },
    { id: "b", subject: "r", type: COMMENT, order: 2, state: "received" },
    // Its answer was cut off: saved, and never called so.
    { id: "c", subject: "r", type: BURDEN, order: 3, state: "received" },
  ],
};

const row = (id: string, seq: number, type: string) => ({ id, seq: BigInt(seq), type, subject: "r" });
const A = row("a", 4, CREATED);
const B = row("b", 6, COMMENT);
const C = row("c", 7, BURDEN);
const stored = (events: Stored["events"], timeline = ["a", "b"]): Stored => ({
  events,
  documents: new Map([["r", timeline]]),
});

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
    const events = [
      { id: "a", subject: "r", type: BURDEN, order: 1, state: "received" },
      { id: "b", subject: "s", type: BURDEN, order: 2, state: "received" },
    ];
    const has = stored([row("a", 2, BURDEN), { ...row("b", 1, BURDEN), subject: "s" }]);
    expect(judge([{ acknowledged: [], events }], has).outOfOrder).toEqual([]);
  });
});
