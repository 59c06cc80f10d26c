import { describe, expect, it, vi } from "vitest";
import { attentionOf, dayOf } from "./look-again";
import { BEN, createHistory } from "./test-history";

const DAY = "2026-04-01";

/** The history's clock stands at the first minutes of 1 January 2026. */
function declined(lookAgain = DAY) {
  const history = createHistory();
  history.say("report.created", {});
  history.say("status.set", { status: "declined", basedOn: null, note: "It costs too much now", lookAgain });
  return history;
}

const noon = (day: string) => new Date(`${day}T12:00:00`).getTime();

describe("a kind no", () => {
  it("keeps the day on which IT looks again", () => {
    expect(declined().doc()).toMatchObject({ status: "declined", lookAgain: DAY, attention: null });
  });

  it.each([
    ["the day before", new Date("2026-03-31T23:59:59").getTime(), null],
    ["as the day begins", new Date("2026-04-01T00:00:00").getTime(), "look-again"],
    ["a year later", noon("2027-04-01"), "look-again"],
  ])("%s: attention is %s", (_when, nowMs, attention) => {
    expect(attentionOf(declined().doc(), nowMs)).toBe(attention);
  });

  it("says first what has happened to it", () => {
    const history = declined();
    history.say("metoo.set", { tag: BEN, on: true }, "colleague");
    expect(attentionOf(history.doc(), noon("2026-02-01"))).toBe("me-too");
    expect(attentionOf(history.doc(), noon("2026-05-01"))).toBe("me-too");
  });

  it("does not say that somebody joined whom it had heard before", () => {
    const history = createHistory();
    history.say("report.created", {});
    history.say("metoo.set", { tag: BEN, on: true }, "colleague");
    history.say("status.set", { status: "declined", basedOn: null, note: "Not now", lookAgain: DAY });
    history.say("metoo.set", { tag: BEN, on: true }, "colleague");
    expect(history.doc().attention).toBeNull();
  });

  it.each(["planned", "done"] as const)("ends with %s", (status) => {
    const history = declined();
    history.say("status.set", { status, basedOn: history.doc().statusEvent });
    expect(history.doc()).not.toHaveProperty("lookAgain");
  });

  it("can be said again, with another day", () => {
    const history = declined();
    const again = { status: "declined", note: "Still too much", lookAgain: "2026-09-01" } as const;
    history.say("status.set", { ...again, basedOn: history.doc().statusEvent });
    expect(history.doc().lookAgain).toBe("2026-09-01");
  });

  it("keeps its day through an answer of before, and through a note; an answer on that day is the look", () => {
    const early = declined();
    early.say("comment.added", { text: "We have asked the vendor", lang: "en", visibility: "thread" });
    expect(early.doc().lookAgain).toBe(DAY);
    const due = declined("2026-01-01");
    due.say("comment.added", { text: "Ask Kim", lang: "en", visibility: "internal" });
    expect(due.doc().lookAgain).toBe("2026-01-01");
    due.say("comment.added", { text: "Please do", lang: "en", visibility: "thread" }, "reporter");
    expect(due.doc().lookAgain).toBe("2026-01-01");
    due.say("comment.added", { text: "Still no", lang: "en", visibility: "thread" });
    expect(due.doc()).not.toHaveProperty("lookAgain");
    expect(attentionOf(due.doc(), noon("2026-06-01"))).toBeNull();
  });
});

it("a day is this computer's, on both sides of midnight and where clocks are put forward", () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  expect(dayOf(Date.parse("2026-03-28T22:59:00Z"))).toBe("2026-03-28");
  expect(dayOf(Date.parse("2026-03-28T23:00:00Z"))).toBe("2026-03-29");
  expect(dayOf(Date.parse("2026-03-29T21:59:00Z"))).toBe("2026-03-29");
  expect(dayOf(Date.parse("2026-03-29T22:00:00Z"))).toBe("2026-03-30");
  vi.unstubAllEnvs();
});
