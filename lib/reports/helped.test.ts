import { describe, expect, it } from "vitest";
import { BEN, createHistory } from "./test-history";

function started() {
  const history = createHistory();
  history.say("report.created", { burden: { often: "daily", minutes: 5 } });
  return history;
}

function done() {
  const history = started();
  history.say("metoo.set", { tag: BEN, on: true, burden: { often: "weekly", minutes: 15 } });
  history.say("status.set", { status: "done", basedOn: null });
  return { history, claim: history.doc().statusEvent ?? "" };
}

describe("attention", () => {
  it("is a new me too on what was put right, once browsers can know of it", () => {
    const wake = (status: "done" | "possible", hours: number) => {
      const history = started();
      history.say("status.set", { status, basedOn: null, note: "Like this" });
      history.wait(hours * 3_600_000);
      history.say("metoo.set", { tag: BEN, on: true });
      return history.doc().attention;
    };
    expect([wake("done", 5), wake("done", 7), wake("possible", 7)]).toEqual([null, "me-too", null]);
  });
});

describe("answers to a claim", () => {
  it("keeps what was said weeks later beside what was said first", () => {
    const { history, claim } = done();
    history.say("helped.answered", { answer: "yes", forEvent: claim, text: "Thank you" }, "reporter");
    history.say("helped.answered", { answer: "no", forEvent: claim, check: "weeks4" }, "reporter");
    history.say("helped.answered", { answer: "no", forEvent: claim, check: "weeks4", text: "Slow again" }, "reporter");
    const answers = history.doc().timeline.filter((line) => line.type === "helped.answered");
    expect(answers.map(({ check, answer, text }) => [check, answer, text])).toEqual([
      [undefined, "yes", "Thank you"],
      ["weeks4", "no", "Slow again"],
    ]);
    // The newest word is what counts, and what IT hears.
    expect(history.doc()).toMatchObject({ attention: "not-helped", helped: { yes: 0, no: 1, hoursGivenBack: 0 } });
  });

  it("makes a line of a colleague's words only, and one however often they are said", () => {
    const { history, claim } = done();
    const lines = () => history.doc().timeline.filter((line) => line.type === "helped.answered");
    const say = (tag: string, text?: string) =>
      history.say("helped.answered", { answer: "yes", forEvent: claim, tag, ...(text && { text }) });
    const cleo = "C".repeat(22);
    history.say("metoo.set", { tag: cleo, on: true });
    for (const tag of [BEN, cleo, BEN]) say(tag);
    expect(lines()).toEqual([]);
    expect(history.doc().helped.yes).toBe(2);
    for (const tag of [BEN, cleo, BEN, BEN]) say(tag, "Thank you");
    expect(lines()).toHaveLength(2);
    say(BEN, "Thank you all");
    expect(lines().map(({ text }) => text)).toEqual(["Thank you", "Thank you all"]);
    expect(history.doc().helped.yes).toBe(2);
  });

  it("of one that was set back meanwhile count for nothing, and their words are heard", () => {
    const { history, claim } = done();
    history.say("status.set", { status: "planned", basedOn: claim });
    history.say("helped.answered", { answer: "no", forEvent: claim, tag: BEN });
    history.say("helped.answered", { answer: "no", forEvent: claim, tag: BEN, text: "Not yet" });
    expect(history.doc()).toMatchObject({ attention: null, helped: { forEvent: null, yes: 0, partly: 0, no: 0 } });
    expect(history.doc().timeline.at(-1)).toMatchObject({ text: "Not yet", by: { kind: "colleague" } });
  });
});
