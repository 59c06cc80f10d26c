import { describe, expect, it } from "vitest";
import { follow, makesCircle, withChild, withoutChild } from "./links";
import { createHistory } from "./test-history";

describe("a circle", () => {
  const chain = new Map([
    ["b", "a"],
    ["c", "b"],
    ["d", "c"],
  ]);
  const canonicalOf = (id: string) => chain.get(id) ?? null;

  it.each([
    ["a", "d", true],
    ["a", "a", true],
    ["b", "d", true],
    ["d", "a", false],
    ["x", "d", false],
    ["a", "x", false],
  ])("%s into %s: %s", (subject, into, expected) => {
    expect(makesCircle(subject, into, canonicalOf)).toBe(expected);
  });

  it("is also a way longer than 8, and one that goes round without the subject", () => {
    expect(makesCircle("x", "9", (id) => (id === "1" ? null : String(Number(id) - 1)))).toBe(true);
    expect(makesCircle("x", "8", (id) => (id === "2" ? null : String(Number(id) - 1)))).toBe(false);
    expect(makesCircle("x", "a", (id) => (id === "a" ? "b" : "a"))).toBe(true);
  });

  it("is not a report that nobody knows", () => {
    expect(makesCircle("a", "b", () => undefined)).toBe(false);
  });
});

describe("a child", () => {
  function withStatus() {
    const history = createHistory();
    history.say("report.created", {});
    history.say("status.set", { status: "declined", basedOn: null, note: "Too dear", lang: "en" });
    return history;
  }

  it("takes its canonical's status, note and question, once", () => {
    const canonical = withStatus().doc();
    const child = createHistory();
    child.say("report.created", { burden: { often: "daily", minutes: 5 } });
    child.say("comment.added", { text: "Any news?", lang: "en", visibility: "thread" }, "reporter");
    const stored = child.stored();
    const followed = stored && follow(stored, canonical);
    expect(followed?.doc).toMatchObject({
      status: "declined",
      note: "Too dear",
      statusEvent: canonical.statusEvent,
      attention: null,
      people: 1,
      hoursAWeek: child.doc().hoursAWeek,
    });
    expect(followed?.doc.timeline.at(-1)).toMatchObject({ type: "status.set", text: "Too dear" });
    expect(followed && follow(followed, canonical)).toBeNull();
  });

  it("keeps its own answer while nobody has said anything there", () => {
    const answered = withStatus().stored();
    const silent = createHistory();
    silent.say("report.created", {});
    expect(answered && follow(answered, silent.doc())).toBeNull();
  });

  it("does not get what was written to one person", () => {
    const canonical = createHistory();
    canonical.say("report.created", {});
    canonical.say("comment.added", { text: "Dear Ann", lang: "en", visibility: "thread" });
    const child = createHistory();
    child.say("report.created", {});
    const stored = child.stored();
    const followed = stored && follow(stored, canonical.doc());
    expect(followed?.doc.status).toBe("heard");
    expect(followed?.doc.timeline.map(({ text }) => text)).not.toContain("Dear Ann");
  });

  it("is named once by its canonical, or not at all", () => {
    const doc = withStatus().doc();
    const twice = withChild(withChild(doc, "c"), "c");
    expect(twice.children).toEqual(["c"]);
    expect(withoutChild(withoutChild(twice, "c"), "c").children).toEqual([]);
  });
});
