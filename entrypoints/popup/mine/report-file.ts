import { i18n } from "#i18n";
import type { MyReport } from "@/lib/outbox/my-report";
import { uiLocale } from "../words/locale";
import { burdenText, titleText } from "../words/say";

/** What the person said, as a plain text that they can keep, or hand to IT by another way. */
export function reportText(report: MyReport): string {
  const day = new Intl.DateTimeFormat(uiLocale(), { dateStyle: "long", timeStyle: "short" }).format(report.createdAt);
  const kind = report.kind && report.words.trim() !== "" ? i18n.t(`words.kind.${report.kind}`) : null;
  const facts = [
    [i18n.t("mine.file.where"), report.siteName],
    [i18n.t("mine.file.when"), day],
    [i18n.t("mine.file.kind"), kind],
    [i18n.t("mine.goal"), report.goal],
    [i18n.t("mine.cost"), burdenText(report.burden)],
  ] as const;
  const lines = facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `${titleText(report)}\n\n${lines.join("\n")}\n`;
}
