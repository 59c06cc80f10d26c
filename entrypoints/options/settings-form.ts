import { IDENTITY_MODES, PICTURES, SIGN_INS, SINK_PROFILES, WEEKDAYS } from "@/lib/policy/choices";
import type { Identity, OwnSettings, RefusalReason, Reviewers, Sink } from "@/lib/policy/policy";

/** The settings as they stand in the form: addresses as lines. */
export interface SettingsForm {
  endpoint: string;
  profile: Sink["profile"];
  /** `Name: value` as lines. */
  headers: string;
  ingestToken: string;
  signIn: Reviewers["signIn"];
  reviewerToken: string;
  /** `Word: plain words` as lines. */
  jargon: string;
  sites: SiteForm[];
  carries: CarriesForm;
  quiet: QuietForm;
  moveWaiting: boolean;
}

/** When nobody is told anything; times as `18:00`, "" for none. */
export interface QuietForm {
  from: string;
  to: string;
  days: (typeof WEEKDAYS)[number][];
}

/** What reports carry: names and pages. Lists as lines. */
export interface CarriesForm {
  mode: Identity["mode"];
  fromProfile: boolean;
  picture: (typeof PICTURES)[number];
  selectors: string;
  patterns: string;
  query: string;
  timings: boolean;
  elementText: boolean;
}

export interface SiteForm {
  /** Only for the form: rows keep their boxes when one above is removed. */
  key: number;
  name: string;
  matches: string;
  titles: boolean;
}

/** What the person typed last, refused or not; nothing typed is ever lost. */
export function toForm(own: OwnSettings | null): SettingsForm {
  const sites = (own?.sites ?? []).map((site, index) => ({
    key: index,
    name: site.name,
    matches: site.matches.join("\n"),
    titles: site.titles ?? true,
  }));
  return {
    endpoint: own?.endpoint ?? "",
    profile: SINK_PROFILES.find((profile) => profile === own?.sink?.profile) ?? "collector",
    headers: (own?.sink?.headers ?? []).map(({ name, value }) => `${name}: ${value}`).join("\n"),
    ingestToken: own?.ingestToken ?? "",
    signIn: SIGN_INS.find((signIn) => signIn === own?.reviewers.signIn) ?? "token",
    reviewerToken: own?.reviewers.token ?? "",
    jargon: (own?.answers?.jargon ?? []).map(({ word, say }) => (say ? `${word}: ${say}` : word)).join("\n"),
    sites: sites.length > 0 ? sites : [emptySite([])],
    carries: toCarries(own),
    quiet: toQuiet(own),
    moveWaiting: own?.moveWaiting ?? false,
  };
}

function toQuiet(own: OwnSettings | null): QuietForm {
  const { quietFrom = "", quietTo = "", quietDays = [] } = own?.notifications ?? {};
  return { from: quietFrom, to: quietTo, days: WEEKDAYS.filter((day) => quietDays.includes(day)) };
}

function toCarries(own: OwnSettings | null): CarriesForm {
  const { capture, identity } = own ?? {};
  return {
    mode: IDENTITY_MODES.find((mode) => mode === identity?.mode) ?? "optional",
    fromProfile: identity?.name === "profile",
    picture: PICTURES.find((picture) => picture === capture?.picture) ?? "ask",
    selectors: (capture?.selectors ?? []).join("\n"),
    patterns: (capture?.patterns ?? []).join("\n"),
    query: (capture?.query ?? []).join("\n"),
    timings: capture?.timings ?? true,
    elementText: capture?.elementText ?? true,
  };
}

export function emptySite(sites: readonly SiteForm[]): SiteForm {
  return { key: Math.max(-1, ...sites.map((site) => site.key)) + 1, name: "", matches: "", titles: true };
}

/** Empty lines are nothing, and a tool without name and addresses is no tool. */
export function fromForm(form: SettingsForm): OwnSettings {
  const sites = form.sites.map(({ name, matches, titles }) => ({
    name: name.trim(),
    matches: linesOf(matches),
    ...(!titles && { titles }),
  }));
  const { mode, fromProfile, selectors, patterns, query, ...carries } = form.carries;
  const { from, to, days } = form.quiet;
  const hasQuiet = from !== "" || to !== "" || days.length > 0;
  return {
    endpoint: form.endpoint.trim(),
    sink: {
      profile: form.profile,
      headers: linesOf(form.headers)
        .map(toPair)
        .map(([name, value]) => ({ name, value })),
    },
    ingestToken: form.ingestToken.trim(),
    reviewers: { token: form.reviewerToken.trim(), ...(form.signIn !== "token" && { signIn: form.signIn }) },
    sites: sites.filter((site) => site.name !== "" || site.matches.length > 0),
    identity: { mode, name: fromProfile ? "profile" : "typed" },
    answers: {
      jargon: linesOf(form.jargon)
        .map(toPair)
        .map(([word, say]) => ({ word, say })),
    },
    capture: { ...carries, selectors: linesOf(selectors), patterns: linesOf(patterns), query: linesOf(query) },
    ...(hasQuiet && { notifications: { quietFrom: from, quietTo: to, quietDays: days } }),
    ...(form.moveWaiting && { moveWaiting: true }),
  };
}

/** What is before the first colon, and what is behind it. */
function toPair(line: string): [string, string] {
  const [name = "", ...value] = line.split(":");
  return [name.trim(), value.join(":").trim()];
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A place in the settings (`sites[2].matches[0]`) as a person finds it: numbers count from one. */
export type Place =
  | { kind: "sink" | "answers" | "endpoint" | "ingestToken" | "reviewers" | "sites" | "other" }
  | {
      kind:
        | "notifications"
        | "button"
        | "impact"
        | "moveWaiting"
        | "anonymousDelayMinutes"
        | "privacyNotice"
        | "contact";
    }
  | { kind: "picture" | "timings" | "elementText" | "capture" | "identity" }
  | { kind: "selector" | "pattern" | "query" | "header" | "word"; item: number }
  | { kind: "site"; site: number }
  | { kind: "siteMatch"; site: number; match: number };

export function readPlace(place: string): Place {
  const [, site, match] = /^sites\[(\d+)\](?:\.matches\[(\d+)\])?/.exec(place) ?? [];
  if (site !== undefined && match !== undefined) {
    return { kind: "siteMatch", site: Number(site) + 1, match: Number(match) + 1 };
  }
  if (site !== undefined) return { kind: "site", site: Number(site) + 1 };
  const first = place.split(/[.[]/)[0];
  if (first === "capture") return readCapturePlace(place);
  const group = GROUPS.find((kind) => kind === first);
  if (group) return { kind: group };
  if (first === "sink") return itemOf(place, "sink.headers", "header") ?? { kind: "sink" };
  if (first === "answers") return itemOf(place, "answers.jargon", "word") ?? { kind: "answers" };
  if (first === "endpoint" || first === "ingestToken" || first === "reviewers" || first === "sites") {
    return { kind: first };
  }
  return { kind: "other" };
}

/** Whose items are named by the group alone. */
const GROUPS = [
  "identity",
  "notifications",
  "button",
  "impact",
  "moveWaiting",
  "anonymousDelayMinutes",
  "privacyNotice",
  "contact",
] as const;

/** `key[2]` as the third item of its list; null for what is of the list as a whole. */
function itemOf(place: string, key: string, kind: "header" | "word"): Place | null {
  const [, item] = place.startsWith(`${key}[`) ? (/\[(\d+)\]/.exec(place) ?? []) : [];
  return item === undefined ? null : { kind, item: Number(item) + 1 };
}

const LISTS = { selectors: "selector", patterns: "pattern", query: "query" } as const;

function readCapturePlace(place: string): Place {
  const [, key, item] = /^capture\.(\w+)(?:\[(\d+)\])?/.exec(place) ?? [];
  if (key === "picture" || key === "timings" || key === "elementText") return { kind: key };
  const isList = key === "selectors" || key === "patterns" || key === "query";
  return isList && item !== undefined ? { kind: LISTS[key], item: Number(item) + 1 } : { kind: "capture" };
}

export const SINKS = {
  collector: "options.sinks.collector",
  "ce-batch": "options.sinks.events",
  json: "options.sinks.json",
} as const satisfies Record<Sink["profile"], string>;

export const SIGN_IN_WORDS = {
  off: "options.signIns.off",
  token: "options.signIns.token",
  oidc: "options.signIns.oidc",
} as const satisfies Record<Reviewers["signIn"], string>;

export const REASONS = {
  "not-a-pattern": "options.reason.pattern",
  "pattern-has-path-host": "options.reason.host",
  "too-broad": "options.reason.everywhere",
  "not-an-address": "options.reason.address",
  "not-https": "options.reason.https",
  "not-a-choice": "options.reason.choice",
  "not-a-selector": "options.reason.selector",
  "not-an-expression": "options.reason.expression",
  "not-a-header": "options.reason.header",
  "not-a-time": "options.reason.time",
  "not-a-number": "options.reason.number",
  "not-a-currency": "options.reason.currency",
  "not-a-colour": "options.reason.colour",
  "not-delivered": "options.reason.dropped",
  "not-known": "options.reason.unknown",
  "too-many": "options.reason.many",
  "wrong-shape": "options.reason.shape",
} as const satisfies Record<RefusalReason, string>;
