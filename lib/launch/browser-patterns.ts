import type { Policy } from "@/lib/policy/policy";
import { type LauncherPatterns, launcherPatterns, wantedPatterns } from "./registration-step";

export interface BrowserPatterns {
  /** Where the launcher's script is registered. */
  script: LauncherPatterns;
  /** All sites, for the context menu and for finding tabs. */
  sites: string[];
  /** false where they name more pages than the policy does: the launcher then asks whether it may stand. */
  areExact: boolean;
}

/** Scheme and host, then the port. */
const WITH_PORT = /^([^/]+:\/\/(?:\[[^\]]*\]|[^/:]*)):(\d+|\*)(?=\/)/;

/**
 * The policy's patterns as this browser takes them. Firefox (153) accepts a pattern with a port, says nothing, and then
 * matches no page by it. There the port is left out, and whoever needs to know asks the policy itself.
 */
export function browserPatterns(policy: Policy, knowsPorts: boolean): BrowserPatterns {
  const { matches, excludeMatches } = launcherPatterns(policy);
  const sites = wantedPatterns(policy);
  if (knowsPorts) return { script: { matches, excludeMatches }, sites, areExact: true };
  return {
    // What keeps the button off one port must not keep it off the others.
    script: { matches: withoutPorts(matches), excludeMatches: excludeMatches.filter((text) => !namesPort(text)) },
    sites: withoutPorts(sites),
    areExact: !sites.some(namesPort),
  };
}

function withoutPorts(patterns: readonly string[]): string[] {
  return [...new Set(patterns.map((text) => text.replace(WITH_PORT, "$1")))];
}

function namesPort(text: string): boolean {
  const port = WITH_PORT.exec(text)?.[2];
  return port !== undefined && port !== "*";
}
