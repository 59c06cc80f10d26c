import fc from "fast-check";
import { expect, it } from "vitest";
import type { Brief } from "@/lib/copies/brief";
import { gather } from "@/lib/inbox/gather";
import { listedItem } from "@/lib/inbox/item";
import { MINUTES, MINUTES_NOW, OFTEN } from "@/lib/protocol/burden";
import { ANSWERS } from "@/lib/protocol/vocabulary";
import { hoursBack, hoursAWeek } from "@/lib/reports/hours";
import { ANN, createHistory, idOf } from "@/lib/reports/test-history";
import { balanceOf } from "./balance";
import { impactOf } from "./impact";
import { NOW_MS } from "./impact.test-support";
import { hidden } from "./threshold";

const TAGS = [ANN, ..."BCDE".split("").map((letter) => letter.repeat(22))];
const STATUSES = ["new", "planned", "done", "possible", "declined"] as const;

const burden = fc.record(
  { often: fc.constantFrom(...OFTEN), minutes: fc.constantFrom(...MINUTES) },
  { requiredKeys: [] },
);
/** One person, who may say everything more than once. */
const voice = fc.record({
  burden,
  joins: fc.integer({ min: 1, max: 3 }),
  leaves: fc.boolean(),
  answers: fc.array(
    fc.record({
      answer: fc.constantFrom(...ANSWERS),
      minutesNow: fc.option(fc.constantFrom(...MINUTES_NOW), { nil: undefined }),
    }),
    { maxLength: 3 },
  ),
});
type Said = typeof voice extends fc.Arbitrary<infer T> ? T : never;
const report = fc.record({
  status: fc.constantFrom(...STATUSES),
  voices: fc.array(voice, { minLength: 1, maxLength: TAGS.length }),
  site: fc.constantFrom("CRM", "ERP", null),
  kind: fc.constantFrom("missing", "slow", null),
  /** The place of the report that it is the same as. */
  into: fc.option(fc.nat(7)),
});
type Report = typeof report extends fc.Arbitrary<infer T> ? T : never;

/** Through the fold, as the collector has it. */
function docOf({ status, voices, site, kind, into }: Report, at: number): Brief {
  const history = createHistory();
  history.say("report.created", { burden: voices[0]?.burden ?? {}, ...(kind && { kind }) });
  for (const [place, { joins, burden: cost }] of voices.entries()) {
    // The reporter's own me too is part of it, and changes nothing.
    for (let time = 0; time < joins; time += 1) say(history, "metoo.set", place, { on: true, burden: cost });
  }
  if (status !== "new") history.say("status.set", { status, basedOn: null, note: "So it is." });
  const forEvent = history.doc().statusEvent ?? idOf(1);
  for (const [place, { answers, leaves }] of voices.entries()) {
    for (const answer of answers) say(history, "helped.answered", place, { ...answer, forEvent });
    if (leaves) say(history, "metoo.set", place, { on: false });
  }
  const doc = history.doc();
  const canonical = into === null || into >= at ? null : idOf(into);
  const context = site === null ? null : { origin: "https://x.example.com", site };
  return { ...doc, id: idOf(at), canonical, context };
}

function say(
  history: ReturnType<typeof createHistory>,
  type: "metoo.set" | "helped.answered",
  place: number,
  data: object,
): void {
  const tag = TAGS[place] ?? "";
  history.say(type, { ...data, tag }, place === 0 ? "reporter" : "colleague");
}

/** Worked out from what people said, without the fold: of those who are in it, and answered a claim. */
function expected(reports: readonly Report[]) {
  const own = { people: 0, given: 0 };
  for (const { status, voices } of reports) {
    const isClaim = status === "done" || status === "possible";
    for (const [place, said] of voices.entries()) {
      if (place > 0 && said.leaves) continue;
      own.people += 1;
      if (isClaim) own.given += givenBy(said);
    }
  }
  return own;
}

function givenBy({ burden: cost, answers }: Said): number {
  const last = answers.at(-1);
  if (!last || last.answer === "no" || hoursAWeek(cost) === null) return 0;
  if (last.answer === "partly" && last.minutesNow === undefined) return 0;
  return hoursBack(cost, last.minutesNow ?? null) ?? 0;
}

const listed = (docs: readonly Brief[]) => gather(docs.map((doc) => listedItem(doc, false)));
const count = (docs: readonly Brief[], threshold: number) =>
  impactOf(listed(docs), { nowMs: NOW_MS, threshold, zone: "Europe/Berlin" });

it("is what people said last, each of them once, however often they say it", () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 6 }), (reports) => {
      const alone = reports.map((one) => ({ ...one, into: null }));
      const impact = count(alone.map(docOf), 1);
      const people = expected(alone);
      expect(impact.told.people).toBe(people.people);
      const given = impact.given === "few" ? Number.NaN : (impact.given.hours ?? 0);
      expect(given).toBeCloseTo(people.given, 5);
    }),
  );
});

it("counts nobody and no hour twice through links", () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 8 }), (reports) => {
      const impact = count(reports.map(docOf), 1);
      const most = expected(reports);
      expect(impact.told.people).toBe(most.people);
      // What a joined report's people said of another claim is not counted at all; never more.
      const given = impact.given === "few" ? Number.NaN : (impact.given.hours ?? 0);
      expect(given).toBeLessThanOrEqual(most.given + 1e-5);
      expect(impact.listening.answered).toMatchObject({ of: reports.length });
    }),
  );
});

it("has each hour in one place: given, unconfirmed or lost", () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 8 }), (reports) => {
      for (const { doc } of listed(reports.map(docOf))) {
        const { given, unconfirmed, lost } = balanceOf(doc);
        const sum = (given.hours ?? 0) + (unconfirmed.hours ?? 0) + (lost.hours ?? 0);
        expect(sum).toBeCloseTo(doc.hoursAWeek ?? 0, 5);
        for (const { hours, people, unknown } of [given, unconfirmed, lost]) {
          expect(people).toBeLessThanOrEqual(doc.people);
          expect(unknown).toBeLessThanOrEqual(people);
          expect(unknown).toBeGreaterThanOrEqual(0);
          if (hours !== null) expect(hours).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );
});

it("adds up: the lines, the months and the sites to the whole", () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 8 }), (reports) => {
      const { given, lost, lines, months, sites } = count(reports.map(docOf), 1);
      const hours = (figures: typeof given) => (figures === "few" ? Number.NaN : (figures.hours ?? 0));
      const sum = (all: (typeof given)[]) => all.reduce((total, one) => total + hours(one), 0);
      const parts = [lines.map(({ figures }) => figures), months, sites.map((site) => site.given)] as const;
      expect(sum(parts[0])).toBeCloseTo(hours(given), 5);
      expect(sum(parts[2])).toBeCloseTo(hours(given), 5);
      expect(sum(sites.map((site) => site.lost))).toBeCloseTo(hours(lost.hours), 5);
      // All of it was done this year.
      expect(sum(months.map((month) => month.given))).toBeCloseTo(hours(given), 5);
    }),
  );
});

it("is the same in any order", () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (reports, random) => {
      const items = listed(reports.map(docOf));
      const mixed = items
        .map((item) => ({ item, place: random.next().value }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item);
      const options = { nowMs: NOW_MS, threshold: 3, zone: "UTC" };
      expect(impactOf(mixed, options)).toEqual(impactOf(items, options));
    }),
  );
});

it("hides the same of several that are as small, in whatever order they come", () => {
  const people = [3, 7, 7, 7];
  const keyOf = (keys: string) => (at: number) => keys[at] ?? "";
  expect(hidden([people], 5, keyOf("dcba"))).toEqual([true, false, false, true]);
  expect(hidden([people.toReversed()], 5, keyOf("abcd"))).toEqual([true, false, false, true]);
});

it("goes on with one kind of people where another has nobody left to hide", () => {
  expect(
    hidden(
      [
        [2, 0],
        [2, 9],
      ],
      5,
    ),
  ).toEqual([true, true]);
});

it("hides so much that nobody can take what is shown from the whole and know of too few", () => {
  const rows = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 12 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 8 }), (cells, threshold) => {
      const columns = ([0, 1] as const).map((of) => cells.map((cell) => cell[of]));
      const hides = hidden(columns, threshold);
      for (const column of columns) {
        const people = (wanted: boolean) => column.filter((_, at) => hides[at] === wanted);
        for (const shown of people(false)) expect(shown === 0 || shown >= threshold).toBe(true);
        const rest = people(true).reduce((sum, one) => sum + one, 0);
        const all = rest + people(false).reduce((sum, one) => sum + one, 0);
        expect(rest === 0 || rest >= threshold || rest === all).toBe(true);
      }
      // Nothing is hidden where nothing is small.
      if (cells.flat().every((one) => one === 0 || one >= threshold)) expect(hides).not.toContain(true);
    }),
  );
});

it("is not moved by 10,000 me-toos of one install", () => {
  const once = docOf({ status: "planned", voices: [silent(), silent()], site: null, kind: null, into: null }, 0);
  const often = createHistory();
  often.say("report.created", { burden: silent().burden });
  for (let time = 0; time < 10_000; time += 1) {
    often.say("metoo.set", { tag: TAGS[1] ?? "", on: true, burden: silent().burden }, "colleague");
  }
  often.say("status.set", { status: "planned", basedOn: null });
  const of = ({ told, lost }: ReturnType<typeof count>) => ({ told, lost });
  expect(of(count([often.doc()], 1))).toEqual(of(count([once], 1)));
});

function silent(): Said {
  return { burden: { often: "daily", minutes: 5 }, joins: 1, leaves: false, answers: [] };
}
