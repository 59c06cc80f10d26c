import { describe, expect, test } from "vitest";
import { planAnswer } from "./answer-rules";
import { failedHow, timesOf } from "./facts";
import { moveOf, nextRow } from "./use-list-keys";

describe("Send answer", () => {
  test("words and a changed status go out together, words alone as a comment", () => {
    expect(planAnswer(" In May. ", "planned", "new")).toEqual({ kind: "send", text: "In May.", status: "planned" });
    expect(planAnswer("In May.", null, "planned")).toEqual({ kind: "send", text: "In May.", status: null });
    expect(planAnswer("In May.", "planned", "planned")).toEqual({ kind: "send", text: "In May.", status: null });
    expect(planAnswer("", "done", "planned")).toEqual({ kind: "send", text: "", status: "done" });
  });

  test.each(["asked", "possible", "declined"] as const)("%s needs words", (status) => {
    expect(planAnswer("  ", status, "new")).toEqual({ kind: "words-needed", status });
  });

  test("nothing is sent without anything, and nothing is cut", () => {
    expect(planAnswer(" ", null, "heard")).toEqual({ kind: "nothing" });
    expect(planAnswer("x".repeat(1001), "planned", "new")).toEqual({ kind: "too-long", over: 1 });
    expect(planAnswer("x".repeat(1001), null, "new").kind).toBe("send");
    expect(planAnswer("x".repeat(4003), null, "new")).toEqual({ kind: "too-long", over: 3 });
  });
});

describe("facts about the page", () => {
  test("failures are words, times are seconds", () => {
    expect([0, 403, 404, 504, 422, 500].map(failedHow)).toEqual([
      "none",
      "denied",
      "missing",
      "slow",
      "client",
      "server",
    ]);
    expect(timesOf({ load: 1240, ttfb: 80, cls: 0.3 })).toEqual([
      { name: "ttfb", seconds: 0.1 },
      { name: "load", seconds: 1.2 },
    ]);
  });
});

test("keys walk the list; arrows only inside it", () => {
  expect([moveOf("j", false), moveOf("k", false), moveOf("Escape", false)]).toEqual(["down", "up", "back"]);
  expect([moveOf("ArrowDown", false), moveOf("ArrowDown", true), moveOf("ArrowUp", true)]).toEqual([
    null,
    "down",
    "up",
  ]);
  expect([nextRow(-1, 3, "up"), nextRow(0, 3, "up"), nextRow(1, 3, "down"), nextRow(2, 3, "down")]).toEqual([
    0, 0, 2, 2,
  ]);
});
