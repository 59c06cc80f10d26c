import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWERS, type Check, CHECKS } from "@/lib/protocol/vocabulary";
import { type Asked, checkDue, isForPage, newestOf, type Said, withAsked, withSaid } from "./question";

const DAY = 86_400_000;
const said = (check: Check, answer: Said["answer"], day: number): Said => ({
  check,
  answer,
  minutesNow: null,
  at: day * DAY,
});

describe("what is asked", () => {
  it.each([
    ["nothing was answered", [], 100, "first"],
    ["it has just helped", [said("first", "yes", 0)], 27, null],
    ["four weeks ago it helped", [said("first", "yes", 0)], 28, "weeks4"],
    ["four weeks ago it helped in part", [said("first", "partly", 0)], 28, "weeks4"],
    ["it did not help", [said("first", "no", 0)], 28, null],
    ["it was still good", [said("first", "yes", 0), said("weeks4", "yes", 30)], 83, null],
    ["twelve weeks ago it helped", [said("first", "yes", 0), said("weeks4", "yes", 30)], 84, "weeks12"],
    ["the four weeks were missed", [said("first", "yes", 0)], 84, "weeks12"],
    ["it was not good any more", [said("first", "yes", 0), said("weeks4", "no", 30)], 84, null],
    ["all was answered", CHECKS.map((check, at) => said(check, "yes", at * 40)), 400, null],
    ["the clock went back", [said("first", "yes", 50)], 0, null],
  ] as const)("where %s", (_when, before, day, check) => {
    expect(checkDue(before, day * DAY)).toBe(check);
  });

  it("ends: whatever is answered whenever it is asked, nobody is asked more than three times", () => {
    const days = fc.array(fc.nat({ max: 60 }), { maxLength: 40 });
    fc.assert(
      fc.property(days, fc.infiniteStream(fc.constantFrom(...ANSWERS)), (steps, answers) => {
        let before: Said[] = [];
        let day = 0;
        let count = 0;
        for (const step of steps) {
          day += step;
          const check = checkDue(before, day * DAY);
          if (check === null) continue;
          count += 1;
          before = withSaid(before, said(check, answers.next().value, day));
          expect(newestOf(before)?.check).toBe(check);
        }
        expect(count).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe("the form on the same page", () => {
  it("leaves the first day to My reports, then asks once", () => {
    expect(isForPage("first", {}, 0, 0.5 * DAY)).toBe(false);
    expect(isForPage("first", {}, 0, DAY)).toBe(true);
    expect(isForPage("first", { inPage: ["first"] }, 0, 100 * DAY)).toBe(false);
    expect(isForPage("weeks4", { inPage: ["first"], askedAt: 0 }, 0, 28 * DAY)).toBe(true);
  });

  it("never asks twice in 14 days, in My reports and in pages together", () => {
    const moments = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.constantFrom("list", "page", "answer")), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(moments, (steps) => {
        let asked: Asked = {};
        let before: Said[] = [];
        let day = 0;
        let last = -1000;
        for (const [step, what] of steps) {
          day += step;
          const check = checkDue(before, day * DAY);
          if (check === null) continue;
          if (what === "answer") before = withSaid(before, said(check, "yes", day));
          else if (what === "list") {
            const next = withAsked(asked, check, "list", day * DAY);
            if (next) last = day;
            asked = next ?? asked;
          } else if (isForPage(check, asked, 0, day * DAY)) {
            expect(day - last).toBeGreaterThanOrEqual(14);
            last = day;
            asked = withAsked(asked, check, "page", day * DAY) ?? asked;
            expect(isForPage(check, asked, 0, (day + 1000) * DAY)).toBe(false);
          }
        }
      }),
    );
  });
});
