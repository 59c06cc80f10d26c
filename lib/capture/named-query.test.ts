import { expect, it } from "vitest";
import { namedQuery } from "./named-query";

it.each([
  ["?view=open&user=jane", "", { view: "open" }],
  ["?view=open&view=late", "", { view: "open, late" }],
  ["?tab=2", "#/orders?view=open&x=1", { view: "open", tab: "2" }],
  ["?VIEW=open", "", undefined],
  ["?view=", "#top?view=1", undefined],
  ["", "", undefined],
  ["?view=a%20b%00%E2%80%AEc&tab=jane.doe%40corp.example", "", { view: "a bc", tab: "█████" }],
])("of %j and %j keeps %j", (search, hash, kept) => {
  expect(namedQuery(search, hash, ["view", "tab"])).toEqual(kept);
});

it("cuts what nobody would read", () => {
  expect(namedQuery(`?view=${"x".repeat(4000)}`, "", ["view"])?.["view"]?.length).toBe(200);
});
