import { i18n } from "#i18n";
import type { AppState } from "@/lib/messaging/app-state";
import { isSendOnly } from "@/lib/policy/is-send-only";
import type { Policy } from "@/lib/policy/policy";
import type { CollectorCheck } from "@/lib/sync/check-collector";
import { placeText } from "../place-text";
import { REASONS } from "../settings-form";
import type { PageFacts } from "./page-facts";
import type { BrowserFacts } from "./use-browser-facts";
import { checkWords, keyWord, pageWords, settingsWords } from "./words";

export interface Diagnosis {
  state: AppState;
  check: CollectorCheck | null;
  page: PageFacts | null;
  browser: BrowserFacts | null;
  nowMs: number;
}

/**
 * All that the help desk asks first, as plain text that may go into a ticket. It is made of what is named here one by
 * one, so nothing gets into it unnoticed: no token, no header's value, nothing behind a `?`, no name of a person, no word
 * of a report, no refused value (which may be a secret in the wrong place), and no page that is none of the tools.
 */
export function diagnosisText({ state, check, page, browser, nowMs }: Diagnosis): string {
  const { policy, refused, keys } = state.policy;
  const isTool = page !== null && page.sites.length > 0;
  return [
    ...(browser ? [`Earshot ${browser.version} · ${browser.id}`, browser.agent] : []),
    `${i18n.t("options.works.time")} ${new Date(nowMs).toISOString()}`,
    ...part("settings", settingsWords(state.policy)),
    ...part("delivered", keys.length > 0 ? keys.map((key) => `${key.key}: ${keyWord(key)}`) : [NOTHING()]),
    "",
    i18n.t("options.refused"),
    ...indented(refused.map(({ place, reason }) => `${place} (${placeText(place)}): ${i18n.t(REASONS[reason])}`)),
    ...part("inForce", inForce(policy)),
    ...part("page", [...(isTool ? [page.address, ...page.sites.map(siteLine)] : []), ...pageWords(page)]),
    ...part("service", check ? [...checkWords(check), ...checkLine(check)] : []),
    ...part("waits", [[String(state.sync.waiting), state.sync.reason ?? ""].join(" ").trim()]),
    ...part("role", [[state.session?.role ?? "-", state.sessionProblem ?? ""].join(" ").trim()]),
    ...part("browser", browser ? browserLines(browser) : []),
    "",
  ].join("\n");
}

const NOTHING = () => i18n.t("options.works.refusedNone");

type Part = "settings" | "delivered" | "inForce" | "page" | "service" | "waits" | "role" | "browser";

function part(name: Part, lines: string[]): string[] {
  return ["", i18n.t(`options.works.${name}`), ...indented(lines)];
}

function indented(lines: readonly string[]): string[] {
  return (lines.length > 0 ? lines : [NOTHING()]).map((line) => `  ${line}`);
}

function siteLine({ name, pattern }: PageFacts["sites"][number]): string {
  return `${name}: ${pattern}`;
}

function checkLine({ status, tookMs, at }: CollectorCheck): string[] {
  return status === null ? [] : [`HTTP ${status}, ${tookMs} ms, ${new Date(at).toISOString()}`];
}

/** By the keys' own names: whoever reads this has the policy beside it. Of what may be a secret only that it is set. */
function inForce(policy: Policy): string[] {
  const { sink, identity, capture, notifications, impact, sites } = policy;
  const isSet = (token: string | null) => i18n.t(token === null ? "options.notSet" : "options.isSet");
  return [
    `endpoint: ${addressOf(policy) ?? i18n.t("options.notSet")}`,
    `sink: ${sink.profile} (headers: ${Object.keys(sink.headers).length})`,
    `ingestToken: ${isSet(policy.ingestToken)}`,
    `reviewers.token: ${isSet(policy.reviewers.token)}`,
    `moveWaiting: ${policy.moveWaiting}`,
    `identity: ${identity.mode}, ${identity.name}`,
    `capture.picture: ${capture.picture}`,
    `capture.timings: ${capture.timings}`,
    `capture.elementText: ${capture.elementText}`,
    `capture.selectors: ${capture.selectors.length}`,
    `capture.patterns: ${capture.patterns.length}`,
    `capture.query: ${capture.query.join(", ") || "-"}`,
    `notifications: answers ${notifications.answers}, cannotWork ${notifications.cannotWork}`,
    `sharedDevice: ${policy.sharedDevice}`,
    `anonymousDelayMinutes: ${policy.anonymousDelayMinutes}`,
    `impact.threshold: ${impact.threshold}`,
    `sites: ${sites.length}`,
    ...sites.slice(0, MOST_SITES).map(({ name, matches }) => `  ${name}: ${matches.join(", ")}`),
    ...(sites.length > MOST_SITES ? ["  …"] : []),
  ];
}

/** A webhook has its key in its path, or behind it. */
function addressOf(policy: Policy): string | null {
  return policy.endpoint !== null && isSendOnly(policy) ? `${new URL(policy.endpoint).origin}/…` : policy.endpoint;
}

/** More would bury the rest. */
const MOST_SITES = 50;

function browserLines({ permissions, hosts, isForced, isInPrivateWindows }: BrowserFacts): string[] {
  return [
    i18n.t(isForced ? "options.works.forced" : "options.works.notForced"),
    i18n.t(`options.works.private.${isInPrivateWindows ? "yes" : "no"}`),
    permissions.join(", "),
    i18n.t("options.works.hosts", [hosts.join(", ")]),
  ];
}
