import type { Policy } from "@/lib/policy/policy";

const PERSON = "person:";

/** Stands in the database for somebody who signed in: their token changes with each renewal, and is not kept there. */
export function personKey(person: string): string {
  return PERSON + person;
}

export function isPersonKey(key: string): boolean {
  return key.startsWith(PERSON);
}

/**
 * Whose the reviewer's copies are. null: nobody's. undefined: of whoever signs in, who has not done so (again) yet.
 */
export function reviewerKey({ signIn, token, person }: Policy["reviewers"]): string | null | undefined {
  if (signIn !== "oidc") return token;
  return person === undefined ? undefined : personKey(person);
}

/** What a reviewer said waits until they have signed in. */
export function isSignedOut({ reviewers: { signIn, token } }: Pick<Policy, "reviewers">): boolean {
  return signIn === "oidc" && token === null;
}
