import { THRESHOLD } from "@/lib/protocol/threshold";
import type { ImpactRules } from "../policy";
import { record } from "./record";
import { isUnset, type Refuse } from "./refusals";
import { readNumber } from "./values";

/** In a group of two each knows of the other what both have said together. */
const LEAST_THRESHOLD = 3;
const MOST_THRESHOLD = 1000;
/** Of any currency. */
const MOST_AN_HOUR = 10_000_000;

/** How Impact counts. Money needs both a rate and its currency: without one of them hours stay hours. */
export function readImpact(value: unknown, refuse: Refuse): ImpactRules {
  const parsed = record.safeParse(value);
  if (!isUnset(value) && !parsed.success) refuse("impact", "wrong-shape", value);
  const { hourlyRate, currency, threshold } = parsed.data ?? {};
  const perHour = readNumber(hourlyRate, "impact.hourlyRate", (rate) => rate > 0 && rate <= MOST_AN_HOUR, refuse);
  const code = readCurrency(currency, refuse);
  const isThreshold = (people: number) =>
    Number.isInteger(people) && people >= LEAST_THRESHOLD && people <= MOST_THRESHOLD;
  return {
    rate: perHour === null || code === null ? null : { perHour, currency: code },
    threshold: readNumber(threshold, "impact.threshold", isThreshold, refuse) ?? THRESHOLD,
  };
}

/** Of three letters as ISO 4217 has them; what the browser cannot write beside a number is none. */
function readCurrency(value: unknown, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  if (typeof value === "string" && Intl.supportedValuesOf("currency").includes(value)) return value;
  refuse("impact.currency", "not-a-currency", value);
  return null;
}
