import { i18n } from "#i18n";
import type { KeyState, PolicyState } from "@/lib/policy/policy";
import type { CheckOutcome, CollectorCheck } from "@/lib/sync/check-collector";
import type { PageFacts } from "./page-facts";

/** What the screen says, and the text for the help desk with it. Each gives whole sentences. */

export function settingsWords({ source, changedAt }: Pick<PolicyState, "source" | "changedAt">): string[] {
  const when = new Intl.DateTimeFormat(i18n.t("words.locale"), { dateStyle: "long", timeStyle: "short" });
  return [i18n.t(`options.works.source.${source}`), i18n.t("options.works.changed", [when.format(changedAt)])];
}

export function keyWord({ state }: KeyState): string {
  return i18n.t(`options.works.state.${state}`);
}

export function pageWords(page: PageFacts | null): string[] {
  if (page === null) return [i18n.t("options.works.pageNone")];
  const [first, ...also] = page.sites;
  if (first === undefined) return [i18n.t("options.works.pageNoTool")];
  return [
    i18n.t("options.works.pageTool", [first.name]),
    i18n.t(`options.works.button.${buttonOf(page)}`),
    ...(also.length > 0 ? [i18n.t("options.works.pageAlso", [also.map(({ name }) => name).join(", ")])] : []),
  ];
}

function buttonOf({ hasButton, isHidden, isLetIn }: PageFacts): "there" | "hidden" | "off" | "blocked" {
  if (isLetIn === false) return "blocked";
  if (!hasButton) return "off";
  return isHidden ? "hidden" : "there";
}

const OUTCOMES = {
  "no-endpoint": "options.works.outcome.noEndpoint",
  "one-way": "options.works.outcome.oneWay",
  away: "options.works.outcome.away",
  stranger: "options.works.outcome.stranger",
  refused: "options.works.outcome.refused",
  busy: "options.works.outcome.busy",
  unreadable: "options.works.outcome.unreadable",
} as const satisfies Record<Exclude<CheckOutcome, "well">, string>;

export function checkWords(check: CollectorCheck): string[] {
  const { outcome, orgName, isOther, clockOffMs, waitingElsewhere } = check;
  const minutes = Math.round(Math.abs(clockOffMs) / 60_000);
  return [
    outcome === "well"
      ? i18n.t(`options.works.outcome.${isOther ? "other" : "well"}`, [orgName ?? ""])
      : i18n.t(OUTCOMES[outcome]),
    ...(minutes > 0 ? [i18n.t("options.works.clock", [String(minutes)])] : []),
    ...(waitingElsewhere > 0 ? [i18n.t("options.works.elsewhere", waitingElsewhere)] : []),
  ];
}

/** Where there is nobody, or a webhook, nothing was asked. */
export function canBeAsked({ outcome }: CollectorCheck): boolean {
  return outcome !== "no-endpoint" && outcome !== "one-way";
}

/** Whether nobody has to do anything about it. */
export function isFine({ outcome, isOther }: CollectorCheck): boolean {
  return outcome === "one-way" || outcome === "busy" || (outcome === "well" && !isOther);
}
