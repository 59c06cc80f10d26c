import { expect, it } from "vitest";
import { impactOf } from "./impact";
import { told } from "./impact.test-support";
import { lastMonths, monthFinder } from "./months";

it.each([
  // Clocks go back on the last Sunday of October, a week before the month ends.
  ["Europe/Berlin", "2026-10-31T23:00:00", "2026-09-30T22:00:00"],
  ["Europe/London", "2026-11-01T00:00:00", "2026-09-30T23:00:00"],
  // Clocks go forward while the month changes.
  ["America/New_York", "2026-11-01T04:00:00", "2026-10-01T04:00:00"],
  ["America/Sao_Paulo", "2026-11-01T03:00:00", "2026-10-01T03:00:00"],
  ["Asia/Kathmandu", "2026-10-31T18:15:00", "2026-09-30T18:15:00"],
  ["Pacific/Kiritimati", "2026-10-31T10:00:00", "2026-09-30T10:00:00"],
  ["Etc/GMT+12", "2026-11-01T12:00:00", "2026-10-01T12:00:00"],
])("in %s a month begins when its clocks say so", (zone, november, october) => {
  const months = lastMonths(Date.parse("2026-11-20T12:00:00Z"), 2, zone);
  expect(months).toEqual([
    { name: "2026-10", from: october },
    { name: "2026-11", from: november },
  ]);
});

it("begins a month later where its midnight is left out", () => {
  // Paraguay went from 23:59:59 to 01:00 on the first of October 2017.
  const [october] = lastMonths(Date.parse("2017-10-20T12:00:00Z"), 1, "America/Asuncion");
  expect(october).toEqual({ name: "2017-10", from: "2017-10-01T04:00:00" });
});

it("goes back over the turn of a year, also while a year begins there and not here", () => {
  const at = Date.parse("2026-12-31T23:30:00Z");
  expect(lastMonths(at, 3, "Europe/Berlin").map(({ name }) => name)).toEqual(["2026-11", "2026-12", "2027-01"]);
  expect(lastMonths(at, 3, "UTC").map(({ name }) => name)).toEqual(["2026-10", "2026-11", "2026-12"]);
});

it("has a time in exactly one month, with and without fractions of a second", () => {
  const months = lastMonths(Date.parse("2026-11-20T12:00:00Z"), 2, "Europe/Berlin");
  const monthAt = monthFinder(months);
  const places = ["2026-09-30T21:59:59.999Z", "2026-09-30T22:00:00Z", "2026-09-30T22:00:00.000Z"];
  expect(places.map((at) => monthAt(at))).toEqual([-1, 0, 0]);
  expect(["2026-10-31T22:59:59Z", "2026-10-31T23:00:00.000Z"].map((at) => monthAt(at))).toEqual([0, 1]);
});

it("counts what was told and what was given back in the month of here, and keeps months without data", () => {
  const options = { nowMs: Date.parse("2026-11-20T12:00:00Z"), threshold: 1 };
  const items = [
    told(
      "a",
      {
        status: "done",
        createdAt: "2026-08-31T22:30:00.000Z",
        statusAt: "2026-10-31T23:30:00.000Z",
        people: 6,
        hoursAWeek: 3,
      },
      { yes: 6, hoursGivenBack: 3 },
    ),
    told("b", { createdAt: "2024-01-01T00:00:00.000Z", people: 9 }),
  ];
  const inZone = (zone: string) =>
    Object.fromEntries(
      impactOf(items, { ...options, zone }).months.map(({ month, told: of, given }) => [
        month,
        [of === "few" ? of : of.people, given === "few" ? given : given.hours],
      ]),
    );
  expect(inZone("Europe/Berlin")).toMatchObject({ "2026-09": [6, null], "2026-10": [0, null], "2026-11": [0, 3] });
  expect(inZone("UTC")).toMatchObject({ "2026-08": [6, null], "2026-10": [0, 3], "2026-11": [0, null] });
  expect(Object.keys(inZone("UTC"))).toHaveLength(12);
});
