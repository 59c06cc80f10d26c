import { describe, expect, test } from "vitest";
import { keepChoice, planAnswer, recallChoice } from "./answer-rules";
import { failedHow, siteText, timesOf } from "./facts";
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

describe("a chosen status", () => {
  const over = "0190a1b2-0000-7000-8000-000000000001";

  test("is there again after the popup was closed", () => {
    expect(recallChoice(keepChoice("possible", over), over)).toBe("possible");
    expect(recallChoice(keepChoice("done", null), null)).toBe("done");
  });

  test("is forgotten once somebody has changed the status that it was chosen over", () => {
    expect(recallChoice(keepChoice("planned", null), over)).toBeNull();
    expect(recallChoice(keepChoice("planned", over), null)).toBeNull();
  });

  test("is nothing where nothing was chosen, or where what was kept is no status", () => {
    expect(keepChoice(null, over)).toBe("");
    expect(recallChoice("", null)).toBeNull();
    expect(recallChoice(`new ${over}`, over)).toBeNull();
    expect(recallChoice("anything", null)).toBeNull();
  });
});

describe("facts about the page", () => {
  test("a tool without a name is told by its host: the report is about a page all the same", () => {
    expect(siteText({ origin: "https://orders.example.com:8443" })).toBe("orders.example.com:8443");
    expect(siteText({ origin: "https://orders.example.com", site: "Orders" })).toBe("Orders");
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
