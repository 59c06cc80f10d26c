import { expect, test } from "vitest";
import type { TimelineEntry } from "@/lib/protocol/documents";
import { docWith } from "./inbox.test-support";
import { impactOf, kindWordsIn } from "./impact";

const CLAIM = "00000000-0000-4000-8000-0000000000cc";
const helped = { forEvent: CLAIM, yes: 0, partly: 0, no: 0, hoursGivenBack: 0, givenBackUnknown: 0 };

test("only what people said helped counts; the list adds up to the number", () => {
  const impact = impactOf([
    docWith({ id: "a", status: "done", people: 3, hoursAWeek: 6, helped: { ...helped, yes: 2, hoursGivenBack: 4 } }),
    docWith({
      id: "b",
      status: "possible",
      people: 1,
      hoursAWeek: 9,
      helped: { ...helped, yes: 1, hoursGivenBack: 9 },
    }),
    docWith({ id: "c", status: "planned", people: 2, hoursAWeek: 5 }),
  ]);
  expect(impact.hours).toBe(13);
  expect(impact.givenBack.map((line) => [line.id, line.hours, line.people])).toEqual([
    ["b", 9, 1],
    ["a", 4, 2],
  ]);
  expect(impact.lost).toMatchObject({ reports: 1, hours: 5 });
});

test("a claim that nobody has spoken about is unconfirmed and not counted", () => {
  const impact = impactOf([docWith({ status: "done", people: 4, hoursAWeek: 8, helped })]);
  expect(impact.hours).toBe(0);
  expect(impact.givenBack).toEqual([]);
  expect(impact.unconfirmed).toEqual({ reports: 1, people: 4, hours: 8 });
});

test("after a no, hours that cannot be told apart count as lost, never as a hope", () => {
  const part = { ...helped, yes: 1, no: 1, hoursGivenBack: 2 };
  const impact = impactOf([docWith({ status: "done", people: 4, hoursAWeek: 8, helped: part })]);
  expect(impact.unconfirmed).toEqual({ reports: 1, people: 2, hours: 0 });
  expect(impact.lost.hours).toBe(6);
});

test("a declined report is no promise, and not counted as lost", () => {
  expect(impactOf([docWith({ status: "declined", hoursAWeek: 3 })]).lost.reports).toBe(0);
});

test("kind words come with a yes, newest first", () => {
  const thanks = (id: string, at: string, answer: "yes" | "no", text: string | null): TimelineEntry => ({
    id,
    seq: "1",
    type: "helped.answered",
    by: { kind: "reporter", name: "Priya" },
    at,
    applied: true,
    visibility: "thread",
    text,
    answer,
  });
  const timeline = [
    thanks("1", "2026-11-01T08:00:00.000Z", "yes", "Thank you"),
    thanks("2", "2026-11-02T08:00:00.000Z", "no", "Still slow"),
    thanks("3", "2026-11-03T08:00:00.000Z", "yes", null),
    thanks("4", "2026-11-04T08:00:00.000Z", "yes", "What a relief"),
  ];
  expect(kindWordsIn([docWith({ timeline })]).map((word) => word.text)).toEqual(["What a relief", "Thank you"]);
});
