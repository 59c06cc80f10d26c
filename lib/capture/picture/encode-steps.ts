/** Pixels of the longer side. */
export const LONG_SIDE = 1600;
/** What a picture should weigh, and what it must not exceed (PROTOCOL.md 7). */
const WANTED_BYTES = 500 * 1024;
export const MOST_BYTES = 2 * 1024 * 1024;

const QUALITIES = [0.8, 0.7, 0.6, 0.5, 0.4, 0.3] as const;
export type Quality = (typeof QUALITIES)[number];

/** With what quality to encode next, after attempts of these sizes; or what becomes of the last one. */
export function nextEncoding(triedBytes: readonly number[]): { quality: Quality } | "take" | "too-large" {
  const last = triedBytes.at(-1);
  if (last !== undefined && last <= WANTED_BYTES) return "take";
  const quality = QUALITIES[triedBytes.length];
  if (quality !== undefined) return { quality };
  return last !== undefined && last <= MOST_BYTES ? "take" : "too-large";
}
