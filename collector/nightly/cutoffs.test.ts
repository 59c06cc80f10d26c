import { expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../settings";
import { cutoffsOf } from "./cutoffs";

const { retention } = DEFAULT_SETTINGS;

it("is what the protocol promises by default", () => {
  expect(cutoffsOf(retention, new Date("2026-03-04T03:00:00Z"))).toEqual({
    reports: "2024-03-04T03:00:00.000Z",
    images: "2025-09-05T03:00:00.000Z",
    audit: "2024-03-04T03:00:00.000Z",
    tombstones: "2025-09-05T03:00:00.000Z",
  });
});

it.each([
  ["2026-03-31T12:00:00Z", 1, "2026-02-28T12:00:00.000Z"],
  ["2028-02-29T12:00:00Z", 12, "2027-02-28T12:00:00.000Z"],
  ["2026-01-15T12:00:00Z", 2, "2025-11-15T12:00:00.000Z"],
])("keeps until the last day of a shorter month: %s less %d months", (now, reportsMonths, expected) => {
  expect(cutoffsOf({ ...retention, reportsMonths }, new Date(now)).reports).toBe(expected);
});
