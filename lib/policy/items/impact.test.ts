import { expect, it } from "vitest";
import { parsePolicy } from "../parse-policy";

const read = (impact: unknown) => {
  const { policy, refused } = parsePolicy({ impact });
  return { ...policy.impact, refused: refused.map(({ place, reason }) => `${place} ${reason}`) };
};

it("counts hours, and breaks nothing down under five people, where nothing is set", () => {
  expect(read(undefined)).toEqual({ rate: null, threshold: 5, refused: [] });
});

it("counts money where both rate and currency are named", () => {
  expect(read({ hourlyRate: 42.5, currency: "EUR", threshold: 10 })).toEqual({
    rate: { perHour: 42.5, currency: "EUR" },
    threshold: 10,
    refused: [],
  });
  expect(read({ hourlyRate: 42.5 })).toMatchObject({ rate: null, refused: [] });
  expect(read({ currency: "EUR" })).toMatchObject({ rate: null, refused: [] });
});

it.each([
  [{ hourlyRate: "40", currency: "EUR" }, "impact.hourlyRate not-a-number"],
  [{ hourlyRate: 0, currency: "EUR" }, "impact.hourlyRate not-a-number"],
  [{ hourlyRate: -1, currency: "EUR" }, "impact.hourlyRate not-a-number"],
  [{ hourlyRate: Number.POSITIVE_INFINITY, currency: "EUR" }, "impact.hourlyRate not-a-number"],
  [{ hourlyRate: 40, currency: "€" }, "impact.currency not-a-currency"],
  [{ hourlyRate: 40, currency: "eur" }, "impact.currency not-a-currency"],
  [{ hourlyRate: 40, currency: "QQQ" }, "impact.currency not-a-currency"],
  [{ threshold: 2 }, "impact.threshold not-a-number"],
  [{ threshold: 5.5 }, "impact.threshold not-a-number"],
  ["EUR 40", "impact wrong-shape"],
])("refuses %j: %s", (impact, refusal) => {
  expect(read(impact)).toEqual({ rate: null, threshold: 5, refused: [refusal] });
});

it("keeps what is good beside what is not", () => {
  expect(read({ hourlyRate: 40, currency: "EUR", threshold: 1 })).toMatchObject({
    rate: { perHour: 40, currency: "EUR" },
    threshold: 5,
  });
});
