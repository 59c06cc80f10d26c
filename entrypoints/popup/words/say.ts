import { i18n } from "#i18n";
import { costParts, type CostPart } from "@/lib/inbox/cost";
import { sayAge, sayHours } from "@/lib/inbox/figures";
import type { Burden, Minutes } from "@/lib/protocol/burden";
import type { ReportDoc } from "@/lib/protocol/documents";
import type { Kind } from "@/lib/protocol/event";
import { sayNumber, uiLocale } from "./locale";

/** "about 6 hours". */
export function hoursText(hours: number): string {
  const { unit, value } = sayHours(hours);
  return i18n.t(unit === "hours" ? "words.hours" : "words.minutes", value, [sayNumber(value)]);
}

/** "2 days ago". */
export function ageText(at: string, nowMs: number): string {
  const { unit, value } = sayAge(at, nowMs);
  return unit === "now" ? i18n.t("words.age.now") : i18n.t(`words.age.${unit}`, value);
}

/** What a report costs, as sentences. */
export function costText(doc: Pick<ReportDoc, "people" | "hoursAWeek" | "hoursUnknown" | "blocked">): string {
  return costParts(doc).map(sayPart).join(" ");
}

function sayPart(part: CostPart): string {
  const people = sayNumber(part.people);
  if (part.kind === "known") return i18n.t("words.cost.known", part.people, [people, hoursText(part.hours)]);
  if (part.kind === "blockedAll") return i18n.t("words.cost.blockedAll", part.people);
  return i18n.t(`words.cost.${part.kind}`, part.people, [people]);
}

const EACH_TIME = {
  0.25: "words.eachTime.seconds",
  1: "words.eachTime.minute",
  5: "words.eachTime.minutes5",
  15: "words.eachTime.minutes15",
  60: "words.eachTime.hour",
} as const satisfies Record<Minutes, string>;

/** "every day, about 5 minutes each time, slows down"; "" where nothing was said. */
export function burdenText(burden: Burden): string {
  return [
    burden.often && i18n.t(`words.often.${burden.often}`),
    burden.minutes && i18n.t(EACH_TIME[burden.minutes]),
    burden.holdsBack && i18n.t(`words.holdsBack.${burden.holdsBack}`),
  ]
    .filter(Boolean)
    .join(", ");
}

/** A report without words has at least a kind. */
export function titleText(report: { words: string; kind: Kind | null; isCut?: true }): string {
  if (report.words.trim() !== "") return report.isCut ? `${report.words}…` : report.words;
  return i18n.t(`words.kind.${report.kind ?? "other"}`);
}

/** "Mara · 2 days ago". */
export function joinDots(parts: (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(" · ");
}

/** "about 6 hours a week", "only once", "cost not said". */
export function weekText(doc: Pick<ReportDoc, "hoursAWeek">): string {
  if (doc.hoursAWeek === null) return i18n.t("inbox.notSaid");
  return doc.hoursAWeek === 0 ? i18n.t("inbox.once") : i18n.t("inbox.week", [hoursText(doc.hoursAWeek)]);
}

/** "26 November 2026", of a day without a time (`YYYY-MM-DD`). */
export function plainDayText(day: string): string {
  return new Intl.DateTimeFormat(uiLocale(), { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
}

/** "26 Nov 2026". */
export function dayText(atMs: number): string {
  return new Intl.DateTimeFormat(uiLocale(), { dateStyle: "medium" }).format(atMs);
}
