import { describe, expect, it } from "vitest";
import { type Answered, type AnsweredMoment, tellAnswers, type Word } from "./answered";

const HOUR = 3_600_000;
const NOTHING: Answered = { told: {}, shown: [] };
const word = (reportId: string, id: string): Word => ({ reportId, id, kind: "answer" });

function moment(hours: number, more: Partial<AnsweredMoment> = {}): AnsweredMoment {
  return { now: (1000 + hours) * HOUR, isOn: true, isHeldBack: false, isLooking: false, ...more };
}

describe("a person is told", () => {
  it("of each word once, and of many in one breath", () => {
    const first = tellAnswers(NOTHING, [word("a", "1"), word("b", "2")], moment(0));
    expect(first).toMatchObject({ does: "show", answered: { shown: ["a", "b"] } });
    expect(tellAnswers(first.answered, [word("a", "1"), word("b", "2")], moment(1)).does).toBeNull();
    const second = tellAnswers(first.answered, [word("a", "1"), word("b", "2"), word("c", "3")], moment(2));
    expect(second).toMatchObject({ does: "show", answered: { shown: ["a", "b", "c"] } });
  });

  it("of one report no more than once a day, and then of its newest word", () => {
    const first = tellAnswers(NOTHING, [word("a", "1")], moment(0));
    const same = tellAnswers(first.answered, [word("a", "2")], moment(23));
    expect(same.does).toBeNull();
    const next = tellAnswers(same.answered, [word("a", "3")], moment(24));
    expect(next.does).toBe("show");
    expect(tellAnswers(next.answered, [word("a", "3")], moment(60)).does).toBeNull();
  });

  it("of a report that was read in between all the same only once a day", () => {
    const first = tellAnswers(NOTHING, [word("a", "1")], moment(0));
    const read = tellAnswers(first.answered, [], moment(1));
    expect(read).toMatchObject({ does: "clear", answered: { shown: [] } });
    expect(tellAnswers(read.answered, [word("a", "2")], moment(2)).does).toBeNull();
    expect(tellAnswers(read.answered, [word("a", "2")], moment(24)).does).toBe("show");
  });

  it("after quiet hours of what still waits", () => {
    const quiet = tellAnswers(NOTHING, [word("a", "1"), word("b", "2")], moment(0, { isHeldBack: true }));
    expect(quiet.does).toBeNull();
    const morning = tellAnswers(quiet.answered, [word("b", "2")], moment(12));
    expect(morning).toMatchObject({ does: "show", answered: { shown: ["b"] } });
  });

  it.each([
    ["what was there at the very first look", null, moment(0)],
    ["what came while it was switched off", NOTHING, moment(0, { isOn: false })],
    ["what came before their eyes", NOTHING, moment(0, { isLooking: true })],
  ])("never of %s", (_what, before, now) => {
    const silent = tellAnswers(before, [word("a", "1")], now);
    expect(silent.does).toBeNull();
    expect(tellAnswers(silent.answered, [word("a", "1")], moment(48)).does).toBeNull();
    // It has not had its turn: the next word is told.
    expect(tellAnswers(silent.answered, [word("a", "2")], moment(1)).does).toBe("show");
  });

  it("no more once they look, or switch it off", () => {
    const { answered } = tellAnswers(NOTHING, [word("a", "1")], moment(0));
    expect(tellAnswers(answered, [word("a", "1")], moment(1, { isLooking: true })).does).toBe("clear");
    expect(tellAnswers(answered, [word("a", "1")], moment(1, { isOn: false })).does).toBe("clear");
  });

  it("although the clock went back", () => {
    const ahead = tellAnswers(NOTHING, [word("a", "1")], moment(10_000));
    expect(tellAnswers(ahead.answered, [word("a", "2")], moment(0)).does).toBe("show");
  });
});
