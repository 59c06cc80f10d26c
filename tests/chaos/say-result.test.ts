import { describe, expect, it } from "vitest";
import { sayMore } from "./say-result";

const good = {
  pictures: { taken: 3, arrived: 2, ended: 1, waited: 1, heldBack: 0, wrong: [] },
  takenBack: { deleted: 1, erased: 2, undone: 1, left: [] },
  answers: { arrived: 4, shown: 3, tooLate: 1, wrong: [] },
};

describe("the counts above the last line", () => {
  it("say all that there was", () => {
    const { isGood, lines } = sayMore(good);
    expect(isGood).toBe(true);
    expect(lines).toEqual([
      "pictures: 3 taken, 2 arrived once and whole, 1 ended with their report; 1 waited while texts went out, 0 texts held back; wrong 0",
      "taken back: 1 before anything was sent, 2 erased, 1 thought better of; left of them 0",
      "answers: 4 arrived, 3 shown to their reporter, 1 too late for what was taken back; wrong 0",
    ]);
  });

  it.each([
    ["a picture is wrong", { pictures: { ...good.pictures, wrong: ["other bytes"] } }],
    ["a picture has not arrived", { pictures: { ...good.pictures, arrived: 1 } }],
    ["no picture waited while the texts went out", { pictures: { ...good.pictures, waited: 0 } }],
    ["a picture has held a text back", { pictures: { ...good.pictures, heldBack: 1 } }],
    ["no picture was taken", { pictures: { ...good.pictures, taken: 0, arrived: 0, ended: 0 } }],
    ["something is left", { takenBack: { ...good.takenBack, left: ["the words"] } }],
    ["an answer is wrong", { answers: { ...good.answers, wrong: ["not shown"] } }],
  ])("do not hold where %s", (_, more) => {
    expect(sayMore({ ...good, ...more }).isGood).toBe(false);
  });
});
