import { i18n } from "#i18n";
import { DAMAGED } from "@/lib/outbox/damaged";
import type { MyReport } from "@/lib/outbox/my-report";
import type { Status } from "@/lib/protocol/event";
import type { ItemProblem } from "@/lib/database/rows";
import { uiLocale } from "../words/locale";
import { hoursText, titleText } from "../words/say";
import { type Gone, summaryOf } from "./summary";

/** The person's own words; of a report that was taken back only the day is left. */
export function nameOf(report: MyReport): string {
  if (!report.takenBack) return titleText(report);
  const day = new Intl.DateTimeFormat(uiLocale(), { dateStyle: "long" }).format(report.createdAt);
  return i18n.t("mine.taken.title", [day]);
}

const TAKEN_BACK = {
  underWay: "waiting",
  elsewhere: "waiting",
  held: "waiting",
  gone: "declined",
  unknown: "refused",
} as const;

/** The status as the person who filed the report reads it. */
export function statusOf(report: MyReport): { status: Status | "waiting" | "refused"; label: string } {
  if (report.takenBack) {
    const { state } = report.takenBack;
    return { status: TAKEN_BACK[state], label: i18n.t(`mine.taken.state.${state}`) };
  }
  if (report.delivery === "saved" || report.delivery === "parked") {
    return { status: "waiting", label: i18n.t(`mine.state.${report.delivery}`) };
  }
  if (report.delivery === "refused") return { status: "refused", label: i18n.t("mine.state.refused") };
  if (report.status === "new") return { status: "new", label: i18n.t("mine.state.received") };
  return { status: report.status, label: i18n.t(`words.status.${report.status}`) };
}

export function summaryText(reports: readonly MyReport[], gone: readonly Gone[]): string | null {
  const summary = summaryOf(reports, gone);
  switch (summary?.kind) {
    case undefined:
      return null;
    case "fixed": {
      const fixed = i18n.t("mine.summary.fixed", summary.count);
      return summary.hours > 0 ? `${fixed} ${i18n.t("mine.summary.hours", [hoursText(summary.hours)])}` : fixed;
    }
    case "heard":
      return i18n.t("mine.summary.heard", summary.count);
    case "waiting":
      return i18n.t("mine.summary.waiting", summary.count);
    case "onItsWay":
      return i18n.t("mine.summary.onItsWay");
    default:
      return summary satisfies never;
  }
}

/** "Mara says", "IT asks". */
export function whoSays(name: string | null, asks: boolean): string {
  if (name === null) return i18n.t(asks ? "mine.itAsks" : "mine.itSays");
  return i18n.t(asks ? "mine.asks" : "mine.says", [name]);
}

/** Why the collector did not take it, in plain words. */
export function refusalText(problem: ItemProblem | null): string {
  switch (problem?.slug) {
    case "invalid-event":
    case "bad-json":
      return i18n.t("mine.refused.invalid");
    case "too-large":
      return i18n.t("mine.refused.large");
    case DAMAGED:
      return i18n.t("mine.refused.damaged");
    case "subject-erased":
      return i18n.t("mine.refused.erased");
    case "forbidden":
    case "unauthorized":
    case "token-revoked":
      return i18n.t("mine.refused.forbidden");
    default:
      return i18n.t("mine.refused.other");
  }
}

/** The newest words that IT has said, with the name of who said them. */
export function lastAnswer(report: MyReport): { name: string | null; text: string } | null {
  const entry = report.timeline.findLast(
    (line) => line.text !== null && line.by.kind !== "reporter" && line.by.kind !== "colleague",
  );
  return entry?.text ? { name: entry.by.name, text: entry.text } : null;
}

/** IT has asked and the person has not written since. */
export function isAsked(report: MyReport): boolean {
  if (report.status !== "asked" || report.isErased) return false;
  const asked = report.timeline.findLastIndex((line) => line.type === "status.set" && line.status === "asked");
  return !report.timeline.slice(asked + 1).some((line) => line.by.kind === "reporter");
}
