import { expect, test } from "vitest";
import { planAnswer } from "./answer-rules";
import { isLookDay, lookDays } from "./kind-no";

const NOON = new Date("2026-11-26T12:00:00").getTime();

test("a no is looked at again a quarter of a year later, unless a day was named that is still to come", () => {
  expect(lookDays(NOON, undefined)).toEqual({ first: "2027-02-25", earliest: "2026-11-27", latest: "2028-11-25" });
  expect(lookDays(NOON, "2027-01-10").first).toBe("2027-01-10");
  expect(lookDays(NOON, "2026-11-26").first).toBe("2027-02-25");
});

test.each([
  ["2026-11-27", true],
  ["2028-11-25", true],
  ["2026-11-26", false],
  ["2028-11-26", false],
  ["", false],
  ["20270-01-01", false],
])("%s is a day for another look: %s", (day, is) => {
  expect(isLookDay(day, lookDays(NOON, undefined))).toBe(is);
});

test("a no needs words and a day", () => {
  const day = { stands: undefined, typed: "2027-02-25", isDay: true };
  expect(planAnswer("Too dear", "declined", "new", day)).toMatchObject({ kind: "send", status: "declined" });
  expect(planAnswer("Too dear", "declined", "new", { ...day, typed: "", isDay: false })).toEqual({
    kind: "day-needed",
  });
  expect(planAnswer(" ", "declined", "new", day)).toEqual({ kind: "words-needed", status: "declined" });
});

test("words on what was declined leave it so; another day is another no, with words of its own", () => {
  const stands = { stands: "2027-02-25", typed: "2027-02-25", isDay: true };
  expect(planAnswer("We asked the vendor", "declined", "declined", stands)).toMatchObject({ status: null });
  const later = { ...stands, typed: "2027-06-01" };
  expect(planAnswer("Still too dear", "declined", "declined", later)).toMatchObject({ status: "declined" });
  expect(planAnswer("", "declined", "declined", later)).toEqual({ kind: "words-needed", status: "declined" });
});
