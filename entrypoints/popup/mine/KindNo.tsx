import { i18n } from "#i18n";
import { KnownWords } from "@/components/KnownWords";
import { Notice } from "@/components/Notice";
import { saidFor } from "@/lib/known/pick";
import type { MyReport } from "@/lib/outbox/my-report";
import { dayOf } from "@/lib/reports/look-again";
import { plainDayText } from "../words/say";

const langs = [i18n.t("words.locale"), ...navigator.languages];

/** What a no leaves the person with: how to get by, and the day on which IT looks again. The reason is in the conversation. */
export function KindNo({ report: { status, thread }, nowMs }: { report: MyReport; nowMs: number }) {
  const { lookAgain, summary } = thread ?? {};
  const known = summary && saidFor(summary, langs);
  if (status !== "declined" || (lookAgain === undefined && !known?.workaround)) return null;
  return (
    <Notice>
      {known ? <KnownWords status={status} text={null} workaround={known.workaround} lang={known.lang} /> : null}
      {lookAgain === undefined ? null : <p>{lookText(lookAgain, nowMs)}</p>}
      <p>{i18n.t("mine.no.joined")}</p>
    </Notice>
  );
}

function lookText(day: string, nowMs: number): string {
  return day > dayOf(nowMs) ? i18n.t("mine.no.day", [plainDayText(day)]) : i18n.t("mine.no.due");
}
