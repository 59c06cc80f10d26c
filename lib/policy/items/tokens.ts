import { z } from "zod";
import { isUnset, type Refuse } from "./refusals";
import { SIGN_INS } from "../choices";
import type { Reviewers } from "../policy";
import { record } from "./record";
import { readChoice } from "./values";

const tokenSchema = z.string().min(1).max(500);

export function readToken(value: unknown, place: string, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  const parsed = tokenSchema.safeParse(typeof value === "string" ? value.trim() : value);
  // A token is a secret even where it is not good: its place is named, its text is not.
  if (!parsed.success || /[^\x21-\x7e]/.test(parsed.data)) return (refuse(place, "wrong-shape", "…"), null);
  return parsed.data;
}

/**
 * Only one way counts: a token beside `oidc` or `off` is left alone, so that going back is one word. A word that is none
 * of them counts as `off`: whoever wrote it wanted another way than the token that may stand beside it.
 */
export function readReviewers(value: unknown, refuse: Refuse): Reviewers {
  const reviewers = record.safeParse(value);
  if (!isUnset(value) && !reviewers.success) refuse("reviewers", "wrong-shape", "…");
  const { signIn: said, token } = reviewers.data ?? {};
  const signIn = isUnset(said) ? "token" : readChoice(said, "reviewers.signIn", SIGN_INS, "off", refuse);
  const read = readToken(token, "reviewers.token", refuse);
  return { signIn, token: signIn === "token" ? read : null };
}
