import { expect, it } from "vitest";
import { parsePolicy } from "../parse-policy";

const refusedOf = (raw: unknown) => parsePolicy(raw).refused.map(({ place, reason }) => `${place} ${reason}`);

it("names what was delivered and has not arrived", () => {
  expect(refusedOf({ delivered: ["sites", "identity"], identity: { mode: "optional" } })).toEqual([
    "sites not-delivered",
  ]);
  expect(refusedOf({ identity: { mode: "optional" } })).toEqual([]);
  // Set, and empty: it arrived.
  expect(refusedOf({ delivered: ["sites"], sites: [] })).toEqual([]);
  expect(refusedOf({ delivered: ["constructor"] })).toEqual(["constructor not-known"]);
});

it("is read item by item itself", () => {
  expect(refusedOf({ delivered: "sites" })).toEqual(["delivered wrong-shape"]);
  expect(refusedOf({ delivered: [7, "sites"] })).toEqual(["delivered[0] wrong-shape", "sites not-delivered"]);
  const many = Array.from({ length: 10_000 }, () => "sites");
  expect(refusedOf({ delivered: many, sites: [] })).toEqual(["delivered[100] too-many"]);
});
