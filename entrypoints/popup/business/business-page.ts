import { i18n } from "#i18n";
import { figureText } from "../news/figure-text";
import { monthText } from "../words/month";
import type { MonthPage } from "@/lib/impact/month-page";
import { sayNumber } from "../words/locale";
import { dayText, hoursText, joinDots, plainDayText } from "../words/say";
import type { Docs, DraftLine } from "./month-draft";
import { pageHtml, type TextSection } from "@/components/paper/page-html";

export interface BusinessPage {
  page: MonthPage;
  docs: Docs;
  /** All of the month, shared with everybody or not. */
  lines: readonly DraftLine[];
  orgName: string | null;
  nowMs: number;
  /** What the hours that people got back are worth, as a sentence; null where policy names no rate. */
  money: string | null;
}

/** The page for the business as one file. No word of a reporter is in it: what has no title of IT's has a kind alone. */
export function businessHtml({ page, docs, lines, orgName, nowMs, money }: BusinessPage): string {
  const month = monthText(page.month, "whole");
  const titles = new Map(lines.map(({ id, title }) => [id, title.trim()]));
  const reasons = new Map(lines.map(({ id, reason }) => [id, reason.trim()]));
  const titleOf = ({ id, kind }: { id: string; kind: MonthPage["fixes"][number]["kind"] }) =>
    titles.get(id) || i18n.t(`words.kind.${kind ?? "other"}`);
  const figures = page.figures.flatMap((figure) => figureText(figure) ?? []);
  const sections: TextSection[] = [
    { title: i18n.t("business.figures"), paragraphs: money === null ? figures : [...figures, money] },
    {
      title: i18n.t("news.fixes"),
      ...(page.fixes.length === 0 && { paragraphs: [i18n.t("business.noFixes")] }),
      items: page.fixes.map((fix) => {
        const said = fix.helped ? fix.helped.yes + fix.helped.partly + fix.helped.no : 0;
        const facts = joinDots([
          fix.site,
          i18n.t(`words.status.${fix.status}`),
          fix.helped ? i18n.t("news.helped", [sayNumber(fix.helped.yes), sayNumber(said)]) : i18n.t("business.notSaid"),
          fix.hours !== null && fix.hours > 0 && i18n.t("news.back", [hoursText(fix.hours)]),
        ]);
        return { title: titleOf(fix), lines: [facts] };
      }),
    },
    {
      title: i18n.t("news.nos"),
      ...(page.nos.length === 0 && { paragraphs: [i18n.t("business.noNos")] }),
      items: page.nos.map((no) => {
        const doc = docs.get(no.id);
        const way = doc?.summary?.workaround;
        const facts = joinDots([
          no.site,
          no.people !== null && no.people > 0 && i18n.t("known.people", no.people),
          no.hours !== null && no.hours > 0 && i18n.t("news.costs", [hoursText(no.hours)]),
          doc?.lookAgain && i18n.t("mine.no.day", [plainDayText(doc.lookAgain)]),
        ]);
        const said = [reasons.get(no.id), way && `${i18n.t("known.until")} ${way}`, facts];
        return { title: titleOf(no), lines: said.flatMap((line) => line || []) };
      }),
    },
    { title: i18n.t("news.how"), paragraphs: [i18n.t("news.howText")] },
  ];
  return pageHtml({
    lang: i18n.t("words.locale"),
    title: i18n.t("business.title", [month]),
    about: joinDots([orgName, i18n.t("business.asOf", [dayText(nowMs)])]),
    sections,
  });
}
