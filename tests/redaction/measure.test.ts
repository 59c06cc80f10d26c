import { expect, test } from "vitest";
import { isFound, tally, totalOf } from "./measure";

const sample = { format: "x", text: "call 0123456789 now", start: 5, end: 15 };

test.each([
  ["all of it", [{ start: 5, end: 15 }], true],
  ["nine of ten characters", [{ start: 6, end: 15 }], true],
  ["eight of ten characters", [{ start: 7, end: 15 }], false],
  [
    "two spans that touch",
    [
      { start: 0, end: 9 },
      { start: 9, end: 19 },
    ],
    true,
  ],
  [
    "a span counted twice",
    [
      { start: 5, end: 12 },
      { start: 5, end: 12 },
    ],
    false,
  ],
  [
    "what stands beside it",
    [
      { start: 0, end: 5 },
      { start: 15, end: 19 },
    ],
    false,
  ],
  ["nothing", [], false],
])("%s covered", (_, spans, found) => {
  expect(isFound(sample, spans)).toBe(found);
});

test("the total weighs kinds by their strings", () => {
  const judged = (name: string, isHit: boolean) => ({ name, text: name, isHit, isWrong: !isHit });
  const rows = tally([judged("a", true), judged("a", true), judged("a", false), judged("b", true)]);
  expect(rows.map(({ name, total, hits, wrong }) => [name, total, hits, wrong.length])).toEqual([
    ["a", 3, 2, 1],
    ["b", 1, 1, 0],
  ]);
  expect(totalOf(rows).share).toBe(0.75);
  expect(totalOf([]).share).toBeNaN();
});
