import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { ReportDoc } from "@/lib/protocol/documents";
import { KINDS, STATUSES } from "@/lib/protocol/vocabulary";
import { itemWith } from "./inbox.test-support";
import type { InboxItem } from "./item";
import { AGES, EVERYTHING, fromParams, type InboxQuery, isNarrowed, select, SHOWN, SORTS, toParams } from "./query";

const NOW = Date.UTC(2026, 10, 20, 12);
const ago = (days: number) => new Date(NOW - days * 86_400_000).toISOString();
const item = (id: string, part: Partial<ReportDoc> = {}, unread = false): InboxItem => ({
  ...itemWith(id, { createdAt: ago(1.5), status: "heard", ...part }),
  unread,
});
const orders = { context: { site: "Orders", origin: "https://erp.example" } as ReportDoc["context"] };
const nameless = { context: { origin: "https://wiki.example" } as ReportDoc["context"] };

const ITEMS = [
  item("blocked", { blocked: 1, hoursAWeek: 9, status: "new", people: 2, ...orders }),
  item("costly", { hoursAWeek: 8, people: 9, createdAt: ago(40), ...nameless }, true),
  item("answered", {
    status: "planned",
    triage: { assignee: "Kim", labels: ["wish"], externalRefs: [] },
    createdAt: ago(0.5),
    kind: "slow",
  }),
  item("back", { status: "done", attention: "not-helped", createdAt: ago(7) }),
  item("older", { status: "new", createdAt: ago(60), kind: "slow", hoursAWeek: 0 }),
];

const ids = (part: Partial<InboxQuery>, found: string[] | null = null) =>
  select(ITEMS, { ...EVERYTHING, ...part }, { nowMs: NOW, reviewer: "Kim", found: found && new Set(found) }).map(
    ({ id }) => id,
  );

describe("what is shown", () => {
  test.each<[string, Partial<InboxQuery>, string[]]>([
    ["everything", {}, ["blocked", "costly", "answered", "back", "older"]],
    ["a status", { status: "new" }, ["blocked", "older"]],
    ["a kind", { kind: "slow" }, ["answered", "older"]],
    ["a site by its name", { site: "Orders" }, ["blocked"]],
    ["a site without a name", { site: "https://wiki.example" }, ["costly"]],
    ["what needs attention", { shown: "attention" }, ["blocked", "back", "older"]],
    ["what nobody has opened", { shown: "unread" }, ["costly"]],
    ["what I look after", { shown: "mine" }, ["answered"]],
    ["the last day", { age: "day" }, ["answered"]],
    ["the last week", { age: "week" }, ["blocked", "answered"]],
    ["the last month", { age: "month" }, ["blocked", "answered", "back"]],
    ["older ones", { age: "older" }, ["costly", "older"]],
    ["two things at once", { status: "new", kind: "slow" }, ["older"]],
  ])("%s", (_name, part, expected) => {
    expect(ids(part).toSorted()).toEqual(expected.toSorted());
  });

  it("is what the search has found, within the filters", () => {
    expect(ids({ status: "new" }, ["older", "back"])).toEqual(["older"]);
    expect(ids({}, [])).toEqual([]);
  });

  it("has nothing of mine while nobody knows who I am", () => {
    const view = { nowMs: NOW, reviewer: null, found: null };
    expect(select(ITEMS, { ...EVERYTHING, shown: "mine" }, view)).toEqual([]);
  });

  it("counts a report from a clock that is ahead as new", () => {
    const view = { nowMs: NOW, reviewer: null, found: null };
    const early = [item("early", { createdAt: ago(-2) })];
    expect(select(early, { ...EVERYTHING, age: "day" }, view)).toHaveLength(1);
  });
});

test.each([
  ["cost", ["blocked", "costly", "answered", "back", "older"]],
  ["people", ["costly", "blocked"]],
  ["newest", ["answered", "blocked", "back", "costly", "older"]],
  ["unheard", ["older", "blocked", "costly", "back", "answered"]],
] as const)("sorted by %s", (sort, expected) => {
  expect(ids({ sort }).slice(0, expected.length)).toEqual(expected);
});

describe("as an address", () => {
  const anyQuery: fc.Arbitrary<InboxQuery> = fc.record({
    search: fc.string({ maxLength: 200 }),
    sort: fc.constantFrom(...SORTS),
    shown: fc.constantFrom(...SHOWN),
    site: fc.option(fc.string({ minLength: 1 })),
    status: fc.option(fc.constantFrom(...STATUSES)),
    kind: fc.option(fc.constantFrom(...KINDS)),
    age: fc.option(fc.constantFrom(...AGES)),
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(fromParams(new URLSearchParams(toParams(query).toString()))).toEqual(query);
      }),
    );
  });

  it("says only what differs from everything", () => {
    expect(toParams(EVERYTHING).toString()).toBe("");
    expect(toParams({ ...EVERYTHING, status: "new" }).toString()).toBe("status=new");
  });

  it("passes over what nobody knows", () => {
    const odd = new URLSearchParams("sort=colour&status=__proto__&kind=&age=toString&view=tab");
    expect(fromParams(odd)).toEqual(EVERYTHING);
  });
});

it("knows whether anything is left out", () => {
  expect(isNarrowed({ ...EVERYTHING, sort: "newest", search: "  " })).toBe(false);
  expect(isNarrowed({ ...EVERYTHING, search: "a" })).toBe(true);
  expect(isNarrowed({ ...EVERYTHING, site: "Orders" })).toBe(true);
});
