import type { OwnSettings, RefusalReason } from "@/lib/policy/policy";

/** The settings as they stand in the form: addresses as lines. */
export interface SettingsForm {
  endpoint: string;
  ingestToken: string;
  reviewerToken: string;
  sites: SiteForm[];
}

export interface SiteForm {
  /** Only for the form: rows keep their boxes when one above is removed. */
  key: number;
  name: string;
  matches: string;
}

/** What the person typed last, refused or not; nothing typed is ever lost. */
export function toForm(own: OwnSettings | null): SettingsForm {
  const sites = (own?.sites ?? []).map((site, index) => ({
    key: index,
    name: site.name,
    matches: site.matches.join("\n"),
  }));
  return {
    endpoint: own?.endpoint ?? "",
    ingestToken: own?.ingestToken ?? "",
    reviewerToken: own?.reviewers.token ?? "",
    sites: sites.length > 0 ? sites : [emptySite([])],
  };
}

export function emptySite(sites: readonly SiteForm[]): SiteForm {
  return { key: Math.max(-1, ...sites.map((site) => site.key)) + 1, name: "", matches: "" };
}

/** Empty lines are nothing, and a tool without name and addresses is no tool. */
export function fromForm(form: SettingsForm): OwnSettings {
  const sites = form.sites.map(({ name, matches }) => ({ name: name.trim(), matches: linesOf(matches) }));
  return {
    endpoint: form.endpoint.trim(),
    ingestToken: form.ingestToken.trim(),
    reviewers: { token: form.reviewerToken.trim() },
    sites: sites.filter((site) => site.name !== "" || site.matches.length > 0),
  };
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A place in the settings (`sites[2].matches[0]`) as a person finds it: numbers count from one. */
export type Place =
  | { kind: "endpoint" | "ingestToken" | "reviewers" | "sites" | "other" }
  | { kind: "site"; site: number }
  | { kind: "siteMatch"; site: number; match: number };

export function readPlace(place: string): Place {
  const [, site, match] = /^sites\[(\d+)\](?:\.matches\[(\d+)\])?/.exec(place) ?? [];
  if (site !== undefined && match !== undefined) {
    return { kind: "siteMatch", site: Number(site) + 1, match: Number(match) + 1 };
  }
  if (site !== undefined) return { kind: "site", site: Number(site) + 1 };
  const first = place.split(/[.[]/)[0];
  if (first === "endpoint" || first === "ingestToken" || first === "reviewers" || first === "sites") {
    return { kind: first };
  }
  return { kind: "other" };
}

export const REASONS = {
  "not-a-pattern": "options.reason.pattern",
  "pattern-has-path-host": "options.reason.host",
  "not-an-address": "options.reason.address",
  "not-https": "options.reason.https",
  "wrong-shape": "options.reason.shape",
} as const satisfies Record<RefusalReason, string>;
