import { expect, test } from "vitest";
import { impactOf } from "./impact";
import { at, NOW_MS, told } from "./impact.test-support";

const count = (items: Parameters<typeof impactOf>[0], threshold = 1) => impactOf(items, { nowMs: NOW_MS, threshold });

/*
 * A company, worked out by hand. Hours a week; "of 3" is people.
 *
 *   annoyance   people  hours  unknown  says               given        unconfirmed   lost
 *   a done           6     12       0   yes 5, 10 back     10 of 5      2 of 1        -
 *   b possible       5      9       1   yes 5, 9 back      9 of 5, 1 ?  -             -
 *   c done           8     16       2   nobody             -            16 of 8, 2 ?  -
 *   d done           9     20       0   yes 4 partly 2     8 of 6       -             12 of 5
 *                                       no 1, 8 back
 *   e planned        7      5       3   -                  -            -             5 of 7, 3 ?
 *   f declined       6      4       0   -                  -            -             4 of 6
 *   g new            5      -       5   -                  -            -             not said of 5
 *   sum             46                                     27 of 16     18 of 9       21 of 23, 8 ?
 */
const COMPANY = [
  told("a", { status: "done", people: 6, hoursAWeek: 12 }, { yes: 5, hoursGivenBack: 10 }),
  told(
    "b",
    { status: "possible", people: 5, hoursAWeek: 9, hoursUnknown: 1 },
    { yes: 5, hoursGivenBack: 9, givenBackUnknown: 1 },
  ),
  told("c", { status: "done", people: 8, hoursAWeek: 16, hoursUnknown: 2 }, {}),
  told("d", { status: "done", people: 9, hoursAWeek: 20 }, { yes: 4, partly: 2, no: 1, hoursGivenBack: 8 }),
  told("e", { status: "planned", people: 7, hoursAWeek: 5, hoursUnknown: 3 }),
  told("f", { status: "declined", people: 6, hoursAWeek: 4 }),
  told("g", { status: "new", people: 5, hoursAWeek: null, hoursUnknown: 5 }),
];

test("the company that was worked out by hand", () => {
  const impact = count(COMPANY);
  expect(impact.told).toEqual({ annoyances: 7, people: 46 });
  expect(impact.given).toEqual({ hours: 27, people: 16, unknown: 1 });
  expect(impact.unconfirmed).toEqual({ annoyances: 2, hours: { hours: 18, people: 9, unknown: 2 } });
  expect(impact.lost).toEqual({ annoyances: 4, hours: { hours: 21, people: 23, unknown: 8 } });
  expect(impact.declined).toEqual({ annoyances: 1, hours: { hours: 4, people: 6, unknown: 0 } });
  expect(impact.lines.map(({ id, figures }) => [id, figures])).toEqual([
    ["a", { hours: 10, people: 5, unknown: 0 }],
    ["b", { hours: 9, people: 5, unknown: 1 }],
    ["d", { hours: 8, people: 6, unknown: 0 }],
  ]);
  // 28 of 46 people are on what is done or already possible; nobody has wished for anything.
  expect(impact.coverage).toEqual({ all: { covered: 28, people: 46 }, wishes: { covered: 0, people: 0 } });
  expect(impact.listening.helped).toEqual({ yes: 14, partly: 2, no: 1, of: 17 });
});

test("with the threshold, b's four known people and what would tell of them are hidden", () => {
  const impact = count(COMPANY, 5);
  expect(impact.given).toEqual({ hours: 27, people: 16, unknown: 1 });
  // b is hidden since its hours are of four; a, since 27 less the others would be b's.
  expect(impact.lines.map(({ id, figures }) => [id, figures === "few" ? "few" : figures.hours])).toEqual([
    ["d", 8],
    ["a", "few"],
    ["b", "few"],
  ]);
  // e's hours are of four too, and d's are of the fewest after them. Of g nobody has said any.
  expect(impact.costliest.map(({ id, figures }) => [id, figures === "few" ? "few" : figures.hours])).toEqual([
    ["e", "few"],
    ["g", null],
    ["d", "few"],
    ["f", 4],
  ]);
});

test("a figure of fewer people than the threshold is not told, not even as a whole", () => {
  const impact = count([told("a", { status: "done", people: 4, hoursAWeek: 8 }, { yes: 4, hoursGivenBack: 8 })], 5);
  expect(impact.given).toBe("few");
  expect(impact.lines.map(({ figures }) => figures)).toEqual(["few"]);
  expect(impact.coverage.all).toBe("few");
  expect(impact.listening.helped).toBe("few");
  expect(impact.months.at(-1)?.told).toBe("few");
});

test("where nobody said how much, nothing is 0", () => {
  const unknown = { hoursAWeek: null, people: 6, hoursUnknown: 6 };
  const impact = count([
    told("a", { ...unknown, status: "done" }, { yes: 6, givenBackUnknown: 6 }),
    told("b", { ...unknown, status: "done" }, {}),
    told("c", { ...unknown, status: "new" }),
  ]);
  const notSaid = { hours: null, people: 6, unknown: 6 };
  expect([impact.given, impact.unconfirmed.hours, impact.lost.hours]).toEqual([notSaid, notSaid, notSaid]);
  expect(impact.lines[0]?.figures).toEqual(notSaid);
});

test("nothing at all is shown as nothing", () => {
  const impact = count([], 5);
  const nothing = { hours: null, people: 0, unknown: 0 };
  expect([impact.given, impact.lost.hours, impact.coverage.all]).toEqual([nothing, nothing, { covered: 0, people: 0 }]);
  expect(impact.listening).toEqual({
    firstWordMs: null,
    answered: { count: 0, of: 0 },
    helped: { yes: 0, partly: 0, no: 0, of: 0 },
    oldestUnheard: null,
  });
  expect(impact.months).toHaveLength(12);
  expect(impact.sites).toEqual([]);
});

test("what is the same is counted once: the joined report is in the one that stands for it", () => {
  const canonical = told("a", { people: 9, hoursAWeek: 7, createdAt: "2026-11-02T08:00:00.000Z" });
  const child = told("b", { people: 3, hoursAWeek: 2, attention: "reply", createdAt: "2026-11-01T08:00:00.000Z" });
  const impact = count([
    { ...canonical, joined: [child.doc] },
    { ...child, joinedInto: "a" },
  ]);
  expect(impact.told).toEqual({ annoyances: 1, people: 9 });
  expect(impact.lost.hours).toEqual({ hours: 7, people: 9, unknown: 0 });
  // Both reporters wait for a word.
  expect(impact.listening.answered).toEqual({ count: 0, of: 2 });
  expect(impact.listening.oldestUnheard).toBe("2026-11-01T08:00:00.000Z");
});

test("coverage is of the last 12 months, and of wishes apart", () => {
  const impact = count([
    told("a", { kind: "missing", status: "possible", people: 30 }, {}),
    told("b", { kind: "missing", status: "new", people: 10 }),
    told("c", { kind: "slow", status: "done", people: 5, createdAt: "2025-11-26T12:00:00.000Z" }, {}),
    told("d", { kind: "slow", status: "done", people: 500, createdAt: "2025-11-26T11:59:59.999Z" }, {}),
  ]);
  expect(impact.coverage).toEqual({ wishes: { covered: 30, people: 40 }, all: { covered: 35, people: 45 } });
});

test("wishes are hidden where few people have other annoyances", () => {
  const items = [told("a", { kind: "missing", people: 30 }), told("b", { kind: "slow", people: 4 })];
  expect(count(items, 5).coverage).toEqual({ wishes: "few", all: { covered: 0, people: 34 } });
});

test("by site, each column hides its own small cells and one more where they would be told by the rest", () => {
  const items = [
    told("a", { context: at("crm"), people: 3, hoursAWeek: 3 }),
    told("b", { context: at("erp"), people: 20, hoursAWeek: 20 }),
    told("c", { context: at("travel"), people: 6, hoursAWeek: 6 }),
    told("d", { context: null, people: 8, hoursAWeek: 8 }),
    told("e", { context: at("crm"), status: "done", people: 5, hoursAWeek: 5 }, { yes: 5, hoursGivenBack: 5 }),
  ];
  const few = "few";
  const hours = (figures: "few" | { hours: number | null }) => (figures === few ? few : figures.hours);
  expect(
    count(items, 5).sites.map(({ site, given, lost, coverage }) => [site, hours(given), hours(lost), coverage]),
  ).toEqual([
    ["crm", 5, few, { covered: 5, people: 8 }],
    ["erp", null, 20, { covered: 0, people: 20 }],
    ["travel", null, few, { covered: 0, people: 6 }],
    [null, null, 8, { covered: 0, people: 8 }],
  ]);
});

test("money is hours times the rate, and not said where the hours are not", () => {
  const rate = { currency: "EUR", perHour: 40 };
  const items = [
    told("a", { people: 6, hoursAWeek: 5 }),
    told("b", { status: "done", people: 4, hoursAWeek: 8 }, { yes: 4, hoursGivenBack: 8 }),
  ];
  const { money } = impactOf(items, { nowMs: NOW_MS, rate });
  expect(money).toEqual({ ...rate, lost: 200, given: null, unconfirmed: null });
  expect(impactOf(items, { nowMs: NOW_MS }).money).toBeNull();
});
