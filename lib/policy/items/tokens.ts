import { z } from "zod";
import { isUnset, type Refuse } from "./refusals";
import { record } from "./record";

const token = z.string().min(1).max(500);

export function readToken(value: unknown, place: string, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  const parsed = token.safeParse(typeof value === "string" ? value.trim() : value);
  // A token is a secret even where it is not good: its place is named, its text is not.
  if (!parsed.success || /[^\x21-\x7e]/.test(parsed.data)) return (refuse(place, "wrong-shape", "…"), null);
  return parsed.data;
}

export function readReviewers(value: unknown, refuse: Refuse): { token: string | null } {
  if (isUnset(value)) return { token: null };
  const reviewers = record.safeParse(value);
  if (!reviewers.success) return (refuse("reviewers", "wrong-shape", "…"), { token: null });
  return { token: readToken(reviewers.data["token"], "reviewers.token", refuse) };
}
