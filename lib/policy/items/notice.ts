import { isUnset, type Refuse } from "./refusals";

const LONGEST = 500;

/** A page that people can open with one press: HTTPS, nobody's password in it. */
export function readNotice(value: unknown, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  if (typeof value !== "string" || value.length > LONGEST) return (refuse("privacyNotice", "wrong-shape", value), null);
  const url = URL.canParse(value.trim()) ? new URL(value.trim()) : null;
  if (!url || url.username || url.password) return (refuse("privacyNotice", "not-an-address", value), null);
  if (url.protocol !== "https:") return (refuse("privacyNotice", "not-https", value), null);
  return url.href;
}
