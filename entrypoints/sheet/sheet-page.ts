import { i18n } from "#i18n";
import type { TextPage, TextSection } from "@/components/paper/page-html";
import { nameFor } from "@/lib/policy/name-for";
import type { Policy, Site } from "@/lib/policy/policy";
import { collectedPoints } from "./collected";
import type { SheetFacts } from "./facts";
import { keptPoints, leavingPoints, seenPoints } from "./leaves";

/**
 * The sheet for employees and works councils: what is collected, when, what for, who sees it, how long it is kept, and
 * what cannot be done with it. Made from the policy in force alone, so that it cannot say what is not so; a table in its
 * test holds every key of the policy against it.
 */
export function sheetPage({ policy: { policy }, orgName, collectorSays }: SheetFacts, nowMs: number): TextPage {
  const day = new Intl.DateTimeFormat(i18n.t("words.locale"), { dateStyle: "long" }).format(nowMs);
  return {
    lang: i18n.t("words.locale"),
    title: i18n.t("sheet.title"),
    about: [orgName, i18n.t("sheet.asOf", [day])].filter(Boolean).join(" · "),
    sections: [
      {
        title: i18n.t("sheet.short"),
        paragraphs: [i18n.t(policy.endpoint === null ? "sheet.shortHere" : "sheet.shortText")],
      },
      { title: i18n.t("sheet.collected.heading"), points: collectedPoints(policy) },
      sitesSection(policy.sites),
      { title: i18n.t("sheet.leaves.heading"), points: leavingPoints(policy) },
      { title: i18n.t("sheet.why.heading"), points: whyPoints(policy) },
      { title: i18n.t("sheet.seen.heading"), points: seenPoints(policy) },
      { title: i18n.t("sheet.kept.heading"), points: keptPoints(policy, collectorSays?.retention) },
      { title: i18n.t("sheet.cannot.heading"), points: cannotPoints(policy) },
      ...(policy.identity.mode === "required" ? [] : [unnamedSection()]),
      contactSection(policy, collectorSays?.privacyText),
    ],
  };
}

function sitesSection(sites: readonly Site[]): TextSection {
  return {
    title: i18n.t("sheet.sites.heading"),
    paragraphs: [i18n.t(sites.length > 0 ? "sheet.sites.text" : "sheet.sites.none")],
    items: sites.map(({ purpose, owner, launcher, matches, ...site }) => ({
      title: nameFor(site, i18n.t("words.locale")),
      lines: [
        ...(purpose ? [purpose] : []),
        ...(owner ? [i18n.t("sheet.sites.owner", [owner])] : []),
        ...(launcher === false ? [i18n.t("sheet.sites.noButton")] : []),
        matches.join(", "),
      ],
    })),
  };
}

function whyPoints({ impact }: Policy): string[] {
  if (!impact.rate) return [i18n.t("sheet.why.text")];
  const { perHour, currency } = impact.rate;
  const rate = new Intl.NumberFormat(i18n.t("words.locale"), { style: "currency", currency }).format(perHour);
  return [i18n.t("sheet.why.text"), i18n.t("sheet.why.money", [rate])];
}

function cannotPoints({ impact }: Policy): string[] {
  return [
    i18n.t("sheet.cannot.rank"),
    i18n.t("sheet.cannot.reviewers"),
    i18n.t("sheet.cannot.groups", [impact.threshold]),
    i18n.t("sheet.cannot.before"),
    i18n.t("sheet.cannot.server"),
  ];
}

function unnamedSection(): TextSection {
  return {
    title: i18n.t("sheet.unnamed.heading"),
    points: [i18n.t("sheet.unnamed.hidden"), i18n.t("sheet.unnamed.metoo"), i18n.t("sheet.unnamed.limits")],
  };
}

function contactSection({ contact, privacyNotice }: Policy, ownWords: string | undefined): TextSection {
  return {
    title: i18n.t("sheet.contact.heading"),
    paragraphs: [
      contact === null ? i18n.t("sheet.contact.none") : i18n.t("sheet.contact.ask", [contact]),
      ...(privacyNotice === null ? [] : [i18n.t("sheet.contact.notice", [privacyNotice])]),
      ...(ownWords ? [i18n.t("sheet.contact.says", [ownWords])] : []),
    ],
  };
}
