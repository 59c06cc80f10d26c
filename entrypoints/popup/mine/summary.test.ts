import { expect, test } from "vitest";
import type { JoinedItem } from "@/lib/known/watch-joined";
import type { MyReport } from "@/lib/outbox/my-report";
import type { Said } from "@/lib/reports/question";
import { goneOf, summaryOf } from "./summary";

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
  receivedAt: null,
  delivery: "received",
  problem: null,
  parkedFor: null,
  nextAt: null,
  status: "new",
  statusBy: null,
  statusAt: null,
  note: null,
  timeline: [],
  question: null,
  said: [],
  answered: null,
  picture: null,
  people: 1,
  thread: null,
  news: false,
  onlyHere: false,
  sendOnly: false,
  takenBack: null,
  isErased: false,
};

const sum = (reports: MyReport[]) => summaryOf(reports, goneOf(reports, []));

function said(answer: Said["answer"], minutesNow: Said["minutesNow"] = null): Said[] {
  return [{ check: "first", answer, minutesNow, at: 1 }];
}

test("one sentence: what helped, else who was heard, else the plain truth", () => {
  const waiting: MyReport = { ...MINE, delivery: "saved" };
  const heard: MyReport = { ...MINE, status: "planned" };
  const fixed: MyReport = { ...MINE, said: said("yes"), burden: { often: "daily", minutes: 60 } };
  expect(sum([])).toBeNull();
  expect(sum([waiting])).toEqual({ kind: "onItsWay" });
  expect(sum([waiting, MINE])).toEqual({ kind: "waiting", count: 1 });
  expect(sum([waiting, MINE, heard])).toEqual({ kind: "heard", count: 1 });
  expect(sum([MINE, heard, fixed])).toEqual({ kind: "fixed", count: 1, hours: 5 });
});

test("what was taken back counts for nothing", () => {
  const takenBack = { state: "gone", canUndo: false } as const;
  expect(sum([{ ...MINE, takenBack }])).toBeNull();
  expect(sum([MINE, { ...MINE, takenBack }])).toEqual({ kind: "waiting", count: 1 });
});

test("of what went to a webhook nobody can say that it waits to be heard", () => {
  const sendOnly = true;
  expect(sum([{ ...MINE, sendOnly }])).toBeNull();
  expect(
    sum([
      { ...MINE, sendOnly },
      { ...MINE, sendOnly, delivery: "saved" },
    ]),
  ).toEqual({ kind: "onItsWay" });
});

test("hours are never made up: a partly without a figure and an unknown burden count nothing", () => {
  const burden = { often: "daily", minutes: 60 } as const;
  expect(sum([{ ...MINE, said: said("partly"), burden }])).toEqual({ kind: "fixed", count: 1, hours: 0 });
  expect(sum([{ ...MINE, said: said("yes") }])).toEqual({ kind: "fixed", count: 1, hours: 0 });
  expect(sum([{ ...MINE, said: said("no"), burden, status: "done" }])).toEqual({ kind: "heard", count: 1 });
});

test("what IT did: of one's own and of what one joined, each with its hours or with none known", () => {
  const burden = { often: "daily", minutes: 60 } as const;
  const later: Said[] = [...said("yes"), { check: "weeks4", answer: "partly", minutesNow: 15, at: 9 }];
  const own: MyReport[] = [
    { ...MINE, id: "better", said: later, burden },
    { ...MINE, id: "unknown", said: said("yes") },
    { ...MINE, id: "back", said: [...said("yes"), { check: "weeks4", answer: "no", minutesNow: null, at: 9 }], burden },
  ];
  const joined: JoinedItem[] = [
    {
      reportId: "joined",
      title: "Search forgets the filter",
      text: null,
      workaround: null,
      lang: "en",
      status: "done",
      people: 3,
      own: false,
      joined: { often: "weekly", minutes: 60 },
      updated: "2026-03-04T10:00:00.000Z",
      gone: false,
      question: null,
      saidOfIt: said("yes"),
    },
  ];
  const gone = goneOf(own, joined);
  expect(gone.map(({ id, hours, isPartly }) => [id, hours, isPartly])).toEqual([
    ["better", 3.75, true],
    ["unknown", null, false],
    ["joined", 3, false],
  ]);
  expect(summaryOf(own, gone)).toEqual({ kind: "fixed", count: 3, hours: 6.75 });
});
