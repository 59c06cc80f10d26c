const LONGEST_MS = 24 * 3_600_000;

/** Milliseconds to wait by a `Retry-After` header (seconds, or a date), at most a day; null where it says nothing. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (text === "") return null;
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isNaN(waitMs)) return null;
  return Math.min(Math.max(0, waitMs), LONGEST_MS);
}
