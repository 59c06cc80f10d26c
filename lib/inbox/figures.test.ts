import { describe, expect, test } from "vitest";
import { costParts } from "./cost";
import { pathInWords, sayAge, sayHours } from "./figures";

describe("figures as people say them", () => {
  test.each([
    [0.001, "minutes", 1],
    [0.1, "minutes", 6],
    [0.42, "minutes", 25],
    [0.97, "hours", 1],
    [1.03, "hours", 1],
    [1.25, "minutes", 75],
    [1.97, "hours", 2],
    [6.13, "hours", 6],
    [9.8, "hours", 10],
    [213.6, "hours", 214],
  ])("%f hours", (hours, unit, value) => {
    expect(sayHours(hours)).toEqual({ unit, value });
  });

  test.each([
    [-5000, "now", 0],
    [119_000, "now", 0],
    [180_000, "minutes", 3],
    [25 * 3_600_000, "days", 1],
    [20 * 86_400_000, "weeks", 2],
    [100 * 86_400_000, "months", 3],
  ])("%i ms ago", (ms, unit, value) => {
    const now = Date.UTC(2026, 10, 20);
    expect(sayAge(new Date(now - ms).toISOString(), now)).toEqual({ unit, value });
  });
});

describe("what it costs, in sentences", () => {
  test.each([
    [{ people: 1, hoursAWeek: 2, hoursUnknown: 0, blocked: 0 }, ["known"]],
    [{ people: 3, hoursAWeek: 2, hoursUnknown: 1, blocked: 1 }, ["known", "alsoUnknown", "blocked"]],
    [{ people: 3, hoursAWeek: null, hoursUnknown: 3, blocked: 3 }, ["unknown", "blockedAll"]],
    [{ people: 1, hoursAWeek: 0, hoursUnknown: 0, blocked: 0 }, ["once"]],
  ])("%o", (doc, kinds) => {
    expect(costParts(doc).map((part) => part.kind)).toEqual(kinds);
  });
});

test.each([
  ["/purchase-orders/{id}/lines.aspx", ["Purchase orders", null, "Lines"]],
  ["/app/#/customerList", ["App", "Customer List"]],
  ["/%E2%9C/x", ["%E2%9C", "X"]],
  ["/", []],
])("the path %s in words", (path, words) => {
  expect(pathInWords(path)).toEqual(words);
});
