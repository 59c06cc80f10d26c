import { describe, expect, it } from "vitest";
import type { ReportDoc } from "@/lib/protocol/documents";
import { fold } from "./fold";
import { ANN, BEN, createHistory, REPORT } from "./test-history";
import { newVoice } from "./voice";

const DAILY_5 = { often: "daily", minutes: 5 } as const;

function started() {
  const history = createHistory();
  history.say("report.created", { burden: DAILY_5 });
  return history;
}

describe("creation", () => {
  it("makes one voice of the reporter, and a document that is new", () => {
    const { doc } = started();
    expect(doc()).toMatchObject({
      id: REPORT,
      status: "new",
      statusEvent: null,
      people: 1,
      hoursAWeek: 0.416667,
      hoursUnknown: 0,
      blocked: 0,
      timeline: [{ type: "report.created", by: { kind: "reporter", name: "Ann" } }],
    });
  });

  it("happens once: another creation changes nothing", () => {
    const history = started();
    const before = history.stored();
    expect(history.say("report.created", { words: "Mine now", ownTag: BEN }).outcome).toBe("unchanged");
    expect(history.stored()).toBe(before);
  });

  it("comes first: everything else waits for it", () => {
    const history = createHistory();
    expect(history.say("status.set", { status: "heard", basedOn: null })).toEqual({
      stored: null,
      voice: null,
      outcome: "unknown-subject",
    });
  });

  it("leaves a burden unknown that was not said, and never calls it 0", () => {
    const history = createHistory();
    history.say("report.created", { burden: { often: "daily" } });
    expect(history.doc()).toMatchObject({ hoursAWeek: null, hoursUnknown: 1 });
    history.say("metoo.set", { tag: BEN, on: true, burden: DAILY_5 });
    expect(history.doc()).toMatchObject({ hoursAWeek: 0.416667, hoursUnknown: 1, people: 2 });
  });
});

describe("status", () => {
  it("applies where it is based on the one that stands, and is superseded where it is not", () => {
    const history = started();
    const first = history.say("status.set", { status: "planned", basedOn: null, note: "Soon" });
    const planned = history.doc().statusEvent;
    const late = history.say("status.set", { status: "declined", basedOn: null, note: "No" });
    expect([first.outcome, late.outcome]).toEqual(["applied", "superseded"]);
    expect(history.doc()).toMatchObject({ status: "planned", note: "Soon", statusEvent: planned, statusBy: "Robin" });
    expect(history.doc().timeline.slice(1)).toMatchObject([
      { status: "planned", applied: true, visibility: "thread" },
      { status: "declined", applied: false, visibility: "internal" },
    ]);
    expect(history.say("status.set", { status: "declined", basedOn: planned, note: "No" }).outcome).toBe("applied");
  });

  it("is heard when a human answers, not by an internal note, and only while it is new", () => {
    const history = started();
    history.say("comment.added", { text: "hm", lang: "en", visibility: "internal" });
    expect(history.doc().status).toBe("new");
    history.say("comment.added", { text: "We look into it", lang: "en", visibility: "thread" });
    const heard = history.doc().statusEvent;
    expect(history.doc()).toMatchObject({ status: "heard", statusBy: "Robin" });
    history.say("status.set", { status: "planned", basedOn: heard });
    history.say("comment.added", { text: "Still", lang: "en", visibility: "thread" });
    expect(history.doc().status).toBe("planned");
  });
});

describe("attention", () => {
  const after = (act: (history: ReturnType<typeof started>) => void): ReportDoc["attention"] => {
    const history = started();
    act(history);
    return history.doc().attention;
  };
  const reply = { text: "?", lang: "en", visibility: "thread" } as const;

  it("is a reporter's reply, until somebody answers", () => {
    expect(after((h) => h.say("comment.added", reply, "reporter"))).toBe("reply");
    expect(
      after((h) => {
        h.say("comment.added", reply, "reporter");
        h.say("comment.added", reply);
      }),
    ).toBeNull();
    expect(
      after((h) => {
        h.say("comment.added", reply, "reporter");
        h.say("comment.added", { ...reply, visibility: "internal" });
      }),
    ).toBe("reply");
  });

  it("is a new me too on what was declined, once", () => {
    const history = started();
    history.say("status.set", { status: "declined", basedOn: null, note: "No" });
    history.say("metoo.set", { tag: BEN, on: true });
    expect(history.doc().attention).toBe("me-too");
    history.say("comment.added", reply);
    history.say("metoo.set", { tag: BEN, on: true, burden: DAILY_5 });
    expect(history.doc().attention).toBeNull();
  });

  it("is an answer that the fix did not help, while that fix stands", () => {
    const history = started();
    history.say("status.set", { status: "done", basedOn: null });
    const done = history.doc().statusEvent ?? "";
    history.say("helped.answered", { answer: "yes", forEvent: done }, "reporter");
    expect(history.doc().attention).toBeNull();
    history.say("helped.answered", { answer: "partly", forEvent: done }, "reporter");
    expect(history.doc().attention).toBe("not-helped");
    history.say("status.set", { status: "heard", basedOn: done });
    history.say("helped.answered", { answer: "no", forEvent: done }, "reporter");
    expect(history.doc().attention).toBeNull();
  });
});

describe("me too", () => {
  it("counts a person once, and no more when it is taken back", () => {
    const history = started();
    for (const on of [true, true, false, false, true]) history.say("metoo.set", { tag: BEN, on, burden: DAILY_5 });
    expect(history.doc()).toMatchObject({ people: 2, hoursAWeek: 0.833334 });
    history.say("metoo.set", { tag: BEN, on: false });
    expect(history.doc()).toMatchObject({ people: 1, hoursAWeek: 0.416667 });
  });

  it("of the reporter changes nothing, on or off", () => {
    const history = started();
    const before = history.stored();
    for (const on of [true, false]) expect(history.say("metoo.set", { tag: ANN, on }).outcome).toBe("unchanged");
    expect(history.stored()).toBe(before);
  });
});

describe("did it help?", () => {
  function done() {
    const history = started();
    history.say("metoo.set", { tag: BEN, on: true, burden: { often: "weekly", minutes: 15 } });
    history.say("status.set", { status: "done", basedOn: null });
    return { history, claim: history.doc().statusEvent ?? "" };
  }

  it("keeps an answer and the words that follow it as one", () => {
    const { history, claim } = done();
    history.say("helped.answered", { answer: "yes", forEvent: claim }, "reporter");
    history.say("helped.answered", { answer: "yes", forEvent: claim, text: "Thank you" }, "reporter");
    const answers = history.doc().timeline.filter((line) => line.type === "helped.answered");
    expect(answers).toMatchObject([{ answer: "yes", text: "Thank you" }]);
  });

  it("counts hours only for people who said that it helped", () => {
    const { history, claim } = done();
    history.say("helped.answered", { answer: "yes", forEvent: claim }, "reporter");
    history.say("helped.answered", { answer: "partly", forEvent: claim, tag: BEN });
    expect(history.doc().helped).toEqual({
      forEvent: claim,
      yes: 1,
      partly: 1,
      no: 0,
      hoursGivenBack: 0.416667,
      givenBackUnknown: 1,
    });
    history.say("helped.answered", { answer: "partly", forEvent: claim, tag: BEN, minutesNow: 5 });
    expect(history.doc().helped).toMatchObject({ hoursGivenBack: 0.916667, givenBackUnknown: 0 });
    history.say("helped.answered", { answer: "no", forEvent: claim }, "reporter");
    expect(history.doc().helped).toMatchObject({ yes: 0, partly: 1, no: 1, hoursGivenBack: 0.5 });
  });

  it("is asked anew of a new claim, and taken back with the claim", () => {
    const { history, claim } = done();
    history.say("helped.answered", { answer: "yes", forEvent: claim }, "reporter");
    history.say("status.set", { status: "possible", basedOn: claim, note: "Like this" });
    expect(history.doc().helped).toMatchObject({ forEvent: history.doc().statusEvent, yes: 0, hoursGivenBack: 0 });
    history.say("status.set", { status: "heard", basedOn: history.doc().statusEvent });
    expect(history.doc().helped).toMatchObject({ forEvent: null, yes: 0 });
  });

  it("is not answered by somebody without a me too, nor ahead of a claim that is yet to come", () => {
    const { history } = done();
    const cleo = "C".repeat(22);
    const claim = history.doc().statusEvent ?? "";
    expect(history.say("helped.answered", { answer: "yes", forEvent: claim, tag: cleo }).outcome).toBe("unchanged");
    const next = history.nextId(1);
    history.say("helped.answered", { answer: "yes", forEvent: next, text: "Great" }, "reporter");
    history.say("status.set", { status: "done", basedOn: claim });
    expect(history.doc().statusEvent).toBe(next);
    history.say("helped.answered", { answer: "no", forEvent: next }, "reporter");
    expect(history.doc().helped).toMatchObject({ yes: 0, no: 1 });
    // Its words are heard all the same.
    expect(history.doc().timeline.map(({ text }) => text)).toContain("Great");
  });

  it("keeps a colleague's words from the reporter's thread", () => {
    const { history, claim } = done();
    history.say("helped.answered", { answer: "no", forEvent: claim, tag: BEN, text: "Not for me" });
    expect(history.doc().timeline.at(-1)).toMatchObject({
      text: "Not for me",
      visibility: "internal",
      by: { kind: "colleague", name: null },
    });
  });
});

it("has a voice that is on from the start", () => {
  expect(newVoice(ANN, true)).toMatchObject({ tag: ANN, isReporter: true, on: true, answer: null });
});

describe("the same as another report", () => {
  const OTHER = "1b5f8e1f-7d3d-4b6f-9a70-4a7a1f2e3d4c";

  it("names its canonical report, and changes nothing but that", () => {
    const history = started();
    const before = history.doc();
    expect(history.say("report.linked", { into: OTHER }).outcome).toBe("applied");
    expect(history.doc()).toEqual({ ...before, canonical: OTHER, updatedAt: history.doc().updatedAt });
    expect(history.say("report.linked", { into: OTHER }).outcome).toBe("unchanged");
    expect(history.say("report.linked", { into: null }).outcome).toBe("applied");
    expect(history.doc().canonical).toBeNull();
    expect(history.say("report.linked", { into: null }).outcome).toBe("unchanged");
  });

  it("changes nothing but the revision where it would make a circle", () => {
    const history = started();
    const stored = history.stored();
    const event = {
      specversion: "1.0",
      id: OTHER,
      source: "urn:earshot:reviewer",
      type: "org.earshot.report.linked.v1",
      subject: REPORT,
      time: "2026-01-02T00:00:00Z",
      data: { into: OTHER },
    } as const;
    const context = { seq: "9", actorKind: "reviewer", actor: "Robin", receivedAt: event.time, voice: null } as const;
    const lost = fold(stored, event, { ...context, makesCircle: true });
    expect(lost.outcome).toBe("superseded");
    expect(lost.stored).not.toBe(stored);
    expect(lost.stored?.doc.canonical).toBeUndefined();
  });

  it("is never the same as itself", () => {
    const history = started();
    expect(history.say("report.linked", { into: REPORT }).outcome).toBe("unchanged");
  });
});

describe("how IT deals with it", () => {
  const ref = { system: "Jira", key: "OPS-1", url: "https://tracker.example/OPS-1" };

  it("is the last word on each field, and labels and references as a whole", () => {
    const history = started();
    const before = history.doc();
    history.say("triage.set", { assignee: "Kim", labels: ["billing", "billing", "wish"] });
    history.say("triage.set", { externalRefs: [ref] });
    expect(history.doc().triage).toEqual({ assignee: "Kim", labels: ["billing", "wish"], externalRefs: [ref] });
    history.say("triage.set", { assignee: null, labels: [] });
    expect(history.doc().triage).toEqual({ assignee: null, labels: [], externalRefs: [ref] });
    const { triage: _triage, ...rest } = history.doc();
    // Nobody has been told anything: neither status nor attention nor conversation has changed, nor how long it is kept.
    expect(rest).toEqual(before);
    history.say("comment.added", { text: "Ask the vendor", lang: "en", visibility: "internal" });
    expect(history.doc().updatedAt).toBe(before.updatedAt);
  });
});

describe("erasing", () => {
  it("leaves a tombstone and nothing else, and needs a report", () => {
    const history = createHistory();
    expect(history.say("report.erased", { reason: "request" }).outcome).toBe("unknown-subject");
    history.say("report.created", { words: "Forget this" });
    const result = history.say("report.erased", { reason: "request" });
    expect(result).toEqual({
      stored: null,
      voice: null,
      outcome: "erased",
      tombstone: { erased: true, reason: "request", at: "2026-01-01T00:02:00.000Z" },
    });
  });
});
