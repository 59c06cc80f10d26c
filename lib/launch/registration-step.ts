import type { Policy } from "@/lib/policy/policy";

export type RegistrationStep = "nothing" | "register" | "update" | "unregister";

/** What brings the registered script in line with the policy. Order and repeats of patterns do not count. */
export function registrationStep(registered: readonly string[] | null, wanted: readonly string[]): RegistrationStep {
  if (registered === null) return wanted.length > 0 ? "register" : "nothing";
  if (wanted.length === 0) return "unregister";
  const isSame = registered.length === wanted.length && wanted.every((pattern) => registered.includes(pattern));
  return isSame ? "nothing" : "update";
}

/** The patterns of all sites. */
export function wantedPatterns(policy: Policy): string[] {
  return [...new Set(policy.sites.flatMap((site) => site.matches))];
}

export interface LauncherPatterns {
  matches: string[];
  excludeMatches: string[];
}

/** Where the button is. What a site without it matches stays without it, whatever other sites match there. */
export function launcherPatterns({ sites }: Policy): LauncherPatterns {
  const patternsOf = (hasButton: boolean) => [
    ...new Set(sites.filter(({ launcher }) => (launcher !== false) === hasButton).flatMap(({ matches }) => matches)),
  ];
  return { matches: patternsOf(true), excludeMatches: patternsOf(false) };
}

/** As one list, to tell whether two are the same. */
export function asList({ matches, excludeMatches }: Partial<LauncherPatterns>): string[] {
  if (!matches || matches.length === 0) return [];
  return [...matches, ...(excludeMatches ?? []).map((pattern) => `not ${pattern}`)];
}
