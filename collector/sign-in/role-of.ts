import type { SignInSettings } from "./sign-in-settings";

export interface GrantedRole {
  role: "reviewer" | "admin";
  /** Origins; null for all. */
  scope: string[] | null;
}

/** What a provider says of a person. */
export type Claims = Readonly<Record<string, unknown>>;

type Rules = Pick<SignInSettings, "roles" | "groupsClaim" | "trustEmails">;

/** What the rules give to this person: the most that any of them does, sites added up. Null where none names them. */
export function roleOf(claims: Claims, { roles, groupsClaim, trustEmails }: Rules): GrantedRole | null {
  const groups = new Set([claims[groupsClaim]].flat());
  const email = emailOf(claims, trustEmails);
  const matching = roles.filter(
    (rule) =>
      rule.groups.some((group) => groups.has(group)) || rule.emails.some((each) => each.toLowerCase() === email),
  );
  if (matching.length === 0) return null;
  const role = matching.some((rule) => rule.role === "admin") ? "admin" : "reviewer";
  const isForAll = matching.some(({ sites }) => sites === null);
  return { role, scope: isForAll ? null : [...new Set(matching.flatMap(({ sites }) => sites ?? []))].sort() };
}

/** An address that somebody only claims to have would give them the role of its owner. */
function emailOf({ email, email_verified: verified }: Claims, trustEmails: boolean): string | null {
  if (typeof email !== "string" || verified === false) return null;
  return verified === true || trustEmails ? email.toLowerCase() : null;
}
