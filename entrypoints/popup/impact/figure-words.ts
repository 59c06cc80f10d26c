import { i18n } from "#i18n";
import type { Hours } from "@/lib/impact/balance";
import type { Guarded } from "@/lib/impact/threshold";
import { sayNumber, uiLocale } from "../words/locale";
import { hoursText } from "../words/say";

const HOUR_MS = 3_600_000;

/** "fewer than 5 people". */
export function fewText(threshold: number): string {
  return i18n.t("impact.few", [sayNumber(threshold)]);
}

/** "about 6 hours a week"; what is not known is said, and is not 0. */
export function weekFigure(figures: Guarded<Hours>, threshold: number): string {
  if (figures === "few") return fewText(threshold);
  if (figures.people === 0) return i18n.t("impact.nothingYet");
  if (figures.hours === null) return i18n.t("impact.notSaid");
  return figures.hours === 0 ? i18n.t("impact.noTime") : i18n.t("inbox.week", [hoursText(figures.hours)]);
}

/** "14 people, 2 did not say how much". */
export function peopleFigure(figures: Guarded<Hours>): string[] {
  if (figures === "few" || figures.people === 0) return [];
  const { people, unknown } = figures;
  const all = i18n.t("impact.line", people, [sayNumber(people)]);
  return unknown > 0 ? [all, i18n.t("impact.lineUnknown", unknown, [sayNumber(unknown)])] : [all];
}

export function percentText(part: number, of: number): string {
  return new Intl.NumberFormat(uiLocale(), { style: "percent", maximumFractionDigits: 0 }).format(part / of);
}

/** "5 hours", "3 days". */
export function durationText(ms: number): string {
  const [value, unit] =
    ms < 2 * HOUR_MS
      ? [ms / 60_000, "minute"]
      : ms < 48 * HOUR_MS
        ? [ms / HOUR_MS, "hour"]
        : [ms / (24 * HOUR_MS), "day"];
  const format = new Intl.NumberFormat(uiLocale(), {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: 0,
  });
  return format.format(Math.max(1, value));
}

/** "1.4 seconds". */
export function secondsText(ms: number): string {
  return new Intl.NumberFormat(uiLocale(), {
    style: "unit",
    unit: "second",
    unitDisplay: "long",
    maximumFractionDigits: 1,
  }).format(ms / 1000);
}
