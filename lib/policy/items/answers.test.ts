import { expect, it } from "vitest";
import { parsePolicy } from "../parse-policy";

const read = (answers: unknown) => {
  const { policy, refused } = parsePolicy({ answers });
  return { ...policy.answers, refused: refused.map(({ place, reason }) => `${place} ${reason}`) };
};

it("takes words with and without a plain one, and nothing where nothing is set", () => {
  expect(read(undefined)).toEqual({ jargon: [], refused: [] });
  expect(read({ jargon: null })).toEqual({ jargon: [], refused: [] });
  expect(read({ jargon: [{ word: " PROMETHEUS ", say: "the order program" }, { word: "R2-D2" }] })).toEqual({
    jargon: [
      { word: "PROMETHEUS", say: "the order program" },
      { word: "R2-D2", say: null },
    ],
    refused: [],
  });
});

it("refuses word by word", () => {
  const { jargon, refused } = read({
    jargon: ["x", { word: "--" }, { word: "a".repeat(81) }, { say: "b" }, { word: "ok" }],
  });
  expect(jargon).toEqual([{ word: "ok", say: null }]);
  expect(refused).toEqual([0, 1, 2, 3].map((at) => `answers.jargon[${at}] wrong-shape`));
  expect(read("x").refused).toEqual(["answers wrong-shape"]);
  expect(read({ jargon: {} }).refused).toEqual(["answers.jargon wrong-shape"]);
  expect(read({ jargon: Array.from({ length: 501 }, () => ({ word: "x" })) }).refused).toEqual([
    "answers.jargon[500] too-many",
  ]);
});
