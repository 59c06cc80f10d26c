/** The names at the top of a policy, in the order of the schema; a test holds the two against each other. */
export const POLICY_KEYS = [
  "endpoint",
  "sink",
  "ingestToken",
  "moveWaiting",
  "sites",
  "button",
  "reviewers",
  "identity",
  "capture",
  "answers",
  "notifications",
  "sharedDevice",
  "impact",
  "anonymousDelayMinutes",
  "privacyNotice",
  "contact",
  "delivered",
] as const;

export function isPolicyKey(name: string): boolean {
  return POLICY_KEYS.some((key) => key === name);
}
