import { describe, expect, test } from "vitest";
import { planAnswer } from "./answer-rules";
import { addressOf, failedHow, timesOf } from "./facts";
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
  const origin = "https://orders.example.com";

  test("the page is opened only where its whole address is known, and only on its own host", () => {
    expect(addressOf({ origin, path: "/orders" })).toBe(`${origin}/orders`);
    expect(addressOf({ origin, path: "/orders/{id}" })).toBeNull();
    expect(addressOf({ origin, path: "/orders/{id}", exactPath: "/orders/7" })).toBe(`${origin}/orders/7`);
    expect(addressOf({ origin, exactPath: "//evil.example/x" })).toBeNull();
    expect(addressOf({ origin, exactPath: "javascript:alert(1)" })).toBeNull();
    expect(addressOf({ origin })).toBeNull();
  });

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
