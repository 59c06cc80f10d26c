import { parsePattern } from "./match-pattern";
import type { Policy, Site } from "./policy";

/** The first site of the policy whose patterns match the address, or null. */
export function siteOf(policy: Pick<Policy, "sites">, address: string): Site | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return policy.sites.find((site) => site.matches.some((text) => matches(text, url))) ?? null;
}

/** Whether a match pattern, as policy has it, is of this address. */
export function matches(text: string, url: URL): boolean {
  const parsed = parsePattern(text);
  return parsed.ok && parsed.pattern.matches(url);
}
