import { describe, expect, test } from "vitest";
import { EVERYTHING } from "@/lib/inbox/query";
import { keepChoice, planAnswer, recallChoice } from "./answer-rules";
import { failedHow, siteText, timesOf } from "./facts";
import { inboxKeyOf, nextRow, SHORTCUTS } from "./list-moves";
import { readViews, withoutView, withView } from "./views";

/** For what is no no. */
const NO_DAY = { stands: undefined, typed: "2027-02-25", isDay: true };

describe("Send answer", () => {
  test("words and a changed status go out together, words alone as a comment", () => {
    expect(planAnswer(" In May. ", "planned", "new", NO_DAY)).toEqual({
      kind: "send",
      text: "In May.",
      status: "planned",
    });
    expect(planAnswer("In May.", null, "planned", NO_DAY)).toEqual({ kind: "send", text: "In May.", status: null });
    expect(planAnswer("In May.", "planned", "planned", NO_DAY)).toEqual({
      kind: "send",
      text: "In May.",
      status: null,
    });
    expect(planAnswer("", "done", "planned", NO_DAY)).toEqual({ kind: "send", text: "", status: "done" });
  });

  test.each(["asked", "possible", "declined"] as const)("%s needs words", (status) => {
    expect(planAnswer("  ", status, "new", NO_DAY)).toEqual({ kind: "words-needed", status });
  });

  test("nothing is sent without anything, and nothing is cut", () => {
    expect(planAnswer(" ", null, "heard", NO_DAY)).toEqual({ kind: "nothing" });
    expect(planAnswer("x".repeat(1001), "planned", "new", NO_DAY)).toEqual({ kind: "too-long", over: 1 });
    expect(planAnswer("x".repeat(1001), null, "new", NO_DAY).kind).toBe("send");
    expect(planAnswer("x".repeat(4003), null, "new", NO_DAY)).toEqual({ kind: "too-long", over: 3 });
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

describe("keys", () => {
  const calm = { inList: false, isTyping: false, hasLetters: true };

  test("each single one does something; arrows only inside the list", () => {
    const keys = ["j", "k", "x", "e", "r", "s", "m", "/", "?", "Escape", "ArrowDown", "y", "toString"];
    expect(keys.map((key) => inboxKeyOf(key, calm))).toEqual([
      "down",
      "up",
      "choose",
      "heard",
      "answer",
      "status",
      "same",
      "search",
      "help",
      "back",
      null,
      null,
      null,
    ]);
    expect(inboxKeyOf("ArrowDown", { ...calm, inList: true })).toBe("down");
    expect(inboxKeyOf("ArrowUp", { ...calm, inList: true })).toBe("up");
  });

  test("letters do nothing while somebody types, or does not want them", () => {
    for (const key of ["j", "k", "x", "e", "r", "s", "m", "/", "?"]) {
      expect(inboxKeyOf(key, { ...calm, isTyping: true })).toBeNull();
      expect(inboxKeyOf(key, { ...calm, hasLetters: false })).toBeNull();
    }
    expect(inboxKeyOf("Escape", { ...calm, isTyping: true })).toBe("back");
    expect(inboxKeyOf("ArrowDown", { inList: true, isTyping: false, hasLetters: false })).toBe("down");
  });

  test("each is explained", () => {
    const explained = SHORTCUTS.flatMap(({ keys }) => keys);
    for (const key of ["j", "k", "x", "e", "r", "s", "m", "/", "?"]) expect(explained).toContain(key);
  });

  test("walk the list from end to end", () => {
    expect([nextRow(-1, 3, "up"), nextRow(0, 3, "up"), nextRow(1, 3, "down"), nextRow(2, 3, "down")]).toEqual([
      0, 0, 2, 2,
    ]);
    expect(nextRow(-1, 0, "down")).toBe(-1);
  });
});

describe("views under a name", () => {
  const query = { ...EVERYTHING, status: "new" as const };

  test("are kept, replaced by name, and forgotten", () => {
    const views = withView(withView([], { name: " New ones ", query }), { name: "All", query: EVERYTHING });
    expect(views.map(({ name }) => name)).toEqual(["All", "New ones"]);
    expect(withView(views, { name: "New ones", query: EVERYTHING })[0]?.query).toEqual(EVERYTHING);
    expect(withoutView(views, "All")).toEqual([{ name: "New ones", query }]);
    expect(withView(views, { name: "  ", query })).toEqual(views);
  });

  test("come back as they were, and what cannot be read is passed over", () => {
    expect(readViews(JSON.stringify([["New ones", "status=new"]]))).toEqual([{ name: "New ones", query }]);
    for (const broken of [null, "", "{", "{}", '[1,[2,3],["a"],["",""]]', "null"]) {
      expect(readViews(broken)).toEqual([]);
    }
  });
});
