import { expect, test } from "vitest";
import { impactOf } from "./impact";
import { NOW_MS, at, told } from "./impact.test-support";
import { monthPage } from "./month-page";
import { lastMonths } from "./months";

const OCTOBER = "2026-10-12T10:00:00.000Z";
const fixed = { status: "done", statusAt: OCTOBER, createdAt: "2026-09-20T08:00:00.000Z" } as const;
const yes = (people: number, hours: number) => ({ yes: people, hoursGivenBack: hours });

function october(items: ReturnType<typeof told>[]) {
  const zone = "UTC";
  const impact = impactOf(items, { nowMs: NOW_MS, threshold: 5, zone });
  return monthPage(items, { impact, months: lastMonths(NOW_MS, 12, zone), month: "2026-10" });
}

test("has what IT did and said no to in the month, what gave back most first", () => {
  const page = october([
    told("a", { ...fixed, people: 6, hoursAWeek: 3, context: at("orders") }, yes(6, 3)),
    told("b", { ...fixed, people: 8, hoursAWeek: 9 }, yes(8, 9)),
    told("c", { ...fixed, statusAt: "2026-09-30T23:59:59.000Z", people: 7, hoursAWeek: 1 }, yes(7, 1)),
    told("d", { status: "declined", statusAt: OCTOBER, people: 9, hoursAWeek: 2 }),
    told("e", { status: "planned", statusAt: OCTOBER, people: 9, hoursAWeek: 2 }),
  ]);
  expect(page.fixes).toMatchObject([
    { id: "b", hours: 9, helped: { yes: 8, partly: 0, no: 0 } },
    { id: "a", hours: 3, site: "orders" },
  ]);
  expect(page.nos).toEqual([{ id: "d", kind: null, site: null, people: 9, hours: 2 }]);
  expect(page.figures).toContainEqual({ block: "figure", name: "given", people: 14, unknown: 0, hours: 12 });
});

test("says nothing of few people, nor what would let somebody work it out", () => {
  const page = october([
    told("few", { ...fixed, people: 3, hoursAWeek: 2 }, yes(3, 2)),
    told("next", { ...fixed, people: 6, hoursAWeek: 3 }, yes(6, 3)),
    told("many", { ...fixed, people: 20, hoursAWeek: 9 }, yes(20, 9)),
    told("no", { status: "declined", statusAt: OCTOBER, people: 4, hoursAWeek: 2 }),
  ]);
  const shown = page.fixes.filter(({ hours, helped }) => hours !== null || helped !== null).map(({ id }) => id);
  expect(shown).toEqual(["many"]);
  expect(page.nos).toEqual([{ id: "no", kind: null, site: null, people: null, hours: null }]);
  for (const { people } of page.figures) expect(people === 0 || people >= 5).toBe(true);
});

test.each([
  [2, 46, false],
  [46, 2, false],
  [0, 48, true],
  [5, 43, true],
])("of %i people who are covered and %i who are not says how many: %s", (covered, others, isSaid) => {
  const open = told("open", { status: "planned", people: others, kind: "missing" });
  const page = october(covered === 0 ? [open] : [told("done", { ...fixed, people: covered, kind: "missing" }), open]);
  const figures = page.figures.filter(({ name }) => name === "coverage" || name === "wishes");
  const figure = { block: "figure", people: covered, of: covered + others };
  expect(figures).toEqual(isSaid ? ["coverage", "wishes"].map((name) => ({ ...figure, name })) : []);
});

test("has no word of anybody", () => {
  const words = "Mrs Palmer's orders vanish";
  const page = october([told("a", { ...fixed, words, people: 6, hoursAWeek: 3 }, yes(6, 3))]);
  expect(JSON.stringify(page)).not.toContain("Palmer");
});
