import type { Policy } from "@/lib/policy/policy";

export type RegistrationStep = "nothing" | "register" | "update" | "unregister";

/** What brings the registered script in line with the policy. Order and repeats of patterns do not count. */
export function registrationStep(registered: readonly string[] | null, wanted: readonly string[]): RegistrationStep {
  if (registered === null) return wanted.length > 0 ? "register" : "nothing";
  if (wanted.length === 0) return "unregister";
  const isSame = registered.length === wanted.length && wanted.every((pattern) => registered.includes(pattern));
  return isSame ? "nothing" : "update";
}

export function wantedPatterns(policy: Policy): string[] {
  return [...new Set(policy.sites.flatMap((site) => site.matches))];
}
