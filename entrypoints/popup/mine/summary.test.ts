import { expect, test } from "vitest";
import type { MyReport } from "@/lib/outbox/my-report";
import { summaryOf } from "./summary";

const MINE: MyReport = {
  id: "a",
  words: "w",
  lang: "en",
  goal: null,
  kind: null,
  burden: {},
  siteName: null,
  identity: "claimed",
  createdAt: 0,
  delivery: "received",
  problem: null,
  parkedFor: null,
  nextAt: null,
  status: "new",
  statusBy: null,
  statusAt: null,
  note: null,
  timeline: [],
  askHelped: null,
  answered: null,
  picture: null,
  people: 1,
  thread: null,
  news: false,
  onlyHere: false,
  sendOnly: false,
  takenBack: null,
};

test("one sentence: what helped, else who was heard, else the plain truth", () => {
  const waiting: MyReport = { ...MINE, delivery: "saved" };
  const heard: MyReport = { ...MINE, status: "planned" };
  const fixed: MyReport = { ...MINE, answered: "yes", burden: { often: "daily", minutes: 60 } };
  expect(summaryOf([])).toBeNull();
  expect(summaryOf([waiting])).toEqual({ kind: "onItsWay" });
  expect(summaryOf([waiting, MINE])).toEqual({ kind: "waiting", count: 1 });
  expect(summaryOf([waiting, MINE, heard])).toEqual({ kind: "heard", count: 1 });
  expect(summaryOf([MINE, heard, fixed])).toEqual({ kind: "fixed", count: 1, hours: 5 });
});

test("what was taken back counts for nothing", () => {
  const takenBack = { state: "gone", canUndo: false } as const;
  expect(summaryOf([{ ...MINE, takenBack }])).toBeNull();
  expect(summaryOf([MINE, { ...MINE, takenBack }])).toEqual({ kind: "waiting", count: 1 });
});

test("of what went to a webhook nobody can say that it waits to be heard", () => {
  const sendOnly = true;
  expect(summaryOf([{ ...MINE, sendOnly }])).toBeNull();
  expect(
    summaryOf([
      { ...MINE, sendOnly },
      { ...MINE, sendOnly, delivery: "saved" },
    ]),
  ).toEqual({ kind: "onItsWay" });
});

test("hours are never made up: a partly without a figure and an unknown burden count nothing", () => {
  const burden = { often: "daily", minutes: 60 } as const;
  expect(summaryOf([{ ...MINE, answered: "partly", burden }])).toEqual({ kind: "fixed", count: 1, hours: 0 });
  expect(summaryOf([{ ...MINE, answered: "yes" }])).toEqual({ kind: "fixed", count: 1, hours: 0 });
  expect(summaryOf([{ ...MINE, answered: "no", burden, status: "done" }])).toEqual({ kind: "heard", count: 1 });
});
