import { managedSchema } from "@/lib/policy/managed-schema";
import { parsePolicy } from "@/lib/policy/parse-policy";
import type { RefusalReason } from "@/lib/policy/policy";
import type { PolicyValues } from "../kit-file";
import { allowedHosts, isEveryHost } from "./allowed-hosts";
import { checkTypes } from "./check-types";
import { type CompanyFile, companySchema } from "./company";

export interface Company extends Omit<CompanyFile, "policy"> {
  policy: PolicyValues;
  /** For `runtime_allowed_hosts`. */
  hosts: string[];
}

export type ReadCompany = { ok: true; company: Company } | { ok: false; problems: string[] };

/** Chromium takes no more of them, and drops the rest. */
const MOST_HOSTS = 100;

const WHAT_TO_DO: Record<RefusalReason, string> = {
  "not-a-pattern": "is no match pattern: write scheme, host and path, such as https://erp.example.com/*",
  "pattern-has-path-host": "names a network, which a pattern cannot: name each host, or *.example.com",
  "too-broad": "is every site there is: name the hosts of your tools",
  "not-an-address": "is no address of a collector: write all of it, such as https://earshot.example.com",
  "not-https": "is not HTTPS: plain http is for localhost and 127.0.0.1 alone",
  "not-a-choice": "is none of the words that this key takes: see docs/policy.md",
  "not-a-selector": "is no selector that every browser takes: see docs/policy.md",
  "not-an-expression": "is no regular expression that can be used: see docs/policy.md",
  "not-a-header": "is no header that may be set",
  "not-a-time": "is no time of the day: write four digits, such as 07:30",
  "not-a-number": "is no number that this key takes: see docs/policy.md",
  "not-a-currency": "is no currency: write three letters, such as EUR",
  "not-a-colour": "is no colour: write # and six hexadecimal digits, such as #7a1fa2",
  "not-delivered": "is named in delivered and not set; leave delivered out, it is filled in",
  "not-known": "is named in delivered and is no key; leave delivered out, it is filled in",
  "too-many": "is one too many: the list ends before it",
  "wrong-shape": "has not the form that docs/policy.md describes",
};

/** Reads what a company wrote. Every problem at once, each with what to do about it. */
export function readCompany(raw: unknown): ReadCompany {
  const parsed = companySchema.safeParse(raw);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => sayIssue(issue.path, issue.message)) };
  }
  const file = parsed.data;
  const types = checkTypes(file.policy, managedSchema(), "policy");
  const { policy, refused } = parsePolicy(file.policy);
  const matches = policy.sites.flatMap((site) => site.matches);
  const hosts = allowedHosts(matches, policy.endpoint ?? "", file.internalHosts);
  const problems = [
    ...addressProblems(file.updateAddress),
    ...types,
    // Where the type is wrong already, nobody needs to be told twice.
    ...(types.length > 0
      ? []
      : refused.map((item) => `policy.${item.place} ${WHAT_TO_DO[item.reason]}${quoted(item.value)}.`)),
    ...hostProblems(file, matches, hosts),
    ...missing(file.policy),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, company: { ...file, policy: file.policy as PolicyValues, hosts } };
}

function sayIssue(path: readonly PropertyKey[], message: string): string {
  const at = path.map(String).join(".");
  return at === "" ? `The file is not understood: ${message}.` : `${at}: ${message}.`;
}

function quoted(value: string): string {
  return value === "" || value === "…" ? "" : ` (${value})`;
}

function addressProblems(address: string): string[] {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isLocal = url?.hostname === "localhost" || url?.hostname === "127.0.0.1";
  if (!url || (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal))) {
    return [`updateAddress must be an https address, such as https://earshot.example.com/extension/, not ${address}.`];
  }
  if (url.search || url.hash || url.username)
    return ["updateAddress has a part behind ? or #, or a user: leave it out."];
  return url.pathname.endsWith("/") ? [] : ["updateAddress names a folder: end it with a slash."];
}

function hostProblems(file: CompanyFile, matches: string[], hosts: string[]): string[] {
  const everywhere = [...matches, ...file.internalHosts].filter(isEveryHost);
  const odd = file.internalHosts.filter((host) => !/^(\*|https?):\/\/[^/:]+$/.test(host));
  return [
    ...everywhere.map((text) => `${text} is every site there is. Earshot is for internal tools: name their hosts.`),
    ...odd.map(
      (host) => `internalHosts: ${host} must be a scheme and a host without a path, such as *://*.corp.example.`,
    ),
    ...(hosts.length > MOST_HOSTS
      ? [
          `The sites have ${hosts.length} hosts, and browsers take ${MOST_HOSTS}: write *.corp.example for many of them, in matches.`,
        ]
      : []),
  ];
}

/** Nothing of it is an error of a policy; a roll-out without it would do nothing at all. */
function missing(policy: CompanyFile["policy"]): string[] {
  return [
    ...(policy["endpoint"] ? [] : ["policy.endpoint is missing: reports would stay in the browsers."]),
    // Written down as empty it is meant: before Earshot is taken away, the button goes and the outboxes run empty.
    ...(policy["sites"] === undefined ? ["policy.sites is missing: there would be no button anywhere."] : []),
  ];
}
