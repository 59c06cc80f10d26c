import { expect, it } from "vitest";
import type { PageTimes } from "@/lib/copies/brief";
import { impactOf } from "./impact";
import { at, NOW_MS, told } from "./impact.test-support";

const DONE = "2026-11-10T08:00:00.000Z";
const page = (lcp: number | null, from: string | null, load: number | null = null): PageTimes => ({
  path: "/orders",
  lcp,
  load,
  from,
});
const reportAt = (day: number, of: PageTimes, part: Parameters<typeof told>[1] = {}) =>
  told(`${day}-${of.lcp}-${of.from}`, {
    context: at("erp"),
    kind: "slow",
    page: of,
    createdAt: `2026-11-${String(day).padStart(2, "0")}T08:00:00.000Z`,
    ...part,
  });
const fixed = reportAt(1, page(9000, "ann"), { status: "done", statusAt: DONE });
const before = [2, 3, 4, 5].map((day) => reportAt(day, page(1000 * day, null)));
const after = [11, 12, 13, 14, 15].map((day) => reportAt(day, page(100 * day, `p${day}`)));
const pages = (items: Parameters<typeof impactOf>[0]) => impactOf(items, { nowMs: NOW_MS }).pages;

it("has a page's times before and after, over people", () => {
  expect(pages([fixed, ...before, ...after])).toEqual([
    {
      origin: "https://erp.example.com",
      path: "/orders",
      site: "erp",
      doneAt: DONE,
      measure: "lcp",
      before: { ms: 4000, people: 5 },
      after: { ms: 1300, people: 5 },
    },
  ]);
});

it("says nothing of fewer than five people on either side", () => {
  expect(pages([fixed, ...before, ...after.slice(1)])).toEqual([]);
  expect(pages([fixed, ...before.slice(1), ...after])).toEqual([]);
});

it("counts a person with a name once, with what was last", () => {
  const again = reportAt(20, page(9999, "p11"));
  expect(pages([fixed, ...before, ...after.slice(0, 4), again])).toEqual([]);
  expect(pages([fixed, ...before, ...after, again])[0]?.after).toEqual({ ms: 1400, people: 5 });
});

it("counts the times of joined reports, and goes by what stands for them", () => {
  const stands = reportAt(2, page(2000, null), { status: "done", statusAt: DONE });
  const joined = [fixed, ...before.slice(1)].map(({ own }) => ({ ...own, status: "new" as const, statusAt: null }));
  expect(pages([{ ...stands, joined }, ...after])[0]?.before).toEqual({ ms: 4000, people: 5 });
});

it("takes the loading where the browsers have not said more, and never mixes both", () => {
  const loads = [...before, ...after, fixed].map((item) => ({
    ...item,
    own: { ...item.own, page: page(null, item.own.page?.from ?? null, item.own.page?.lcp ?? 0) },
  }));
  expect(pages(loads)[0]?.measure).toBe("load");
  expect(pages([...loads.slice(0, 5), ...before.slice(2), fixed, ...after.slice(0, 3)])).toEqual([]);
});

it("is told of what was slow and is done, nothing else", () => {
  const declined = reportAt(1, page(9000, "ann"), { status: "declined", statusAt: DONE });
  const confusing = reportAt(1, page(9000, "ann"), { status: "done", kind: "confusing", statusAt: DONE });
  expect(pages([declined, ...before, ...after])).toEqual([]);
  expect(pages([confusing, ...before, ...after])).toEqual([]);
});
