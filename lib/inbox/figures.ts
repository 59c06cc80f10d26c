/** A figure as a person says it: never more exact than what people told us. */
export interface SaidHours {
  unit: "minutes" | "hours";
  value: number;
}

/**
 * "about 20 minutes", "about 75 minutes", "about 2.5 hours", "about 214 hours": steps of 5 minutes up to two hours,
 * where half an hour more or less would be a claim, then half hours, then whole ones.
 */
export function sayHours(hours: number): SaidHours {
  const minutes = Math.max(1, hours * 60);
  if (minutes < 8) return { unit: "minutes", value: Math.round(minutes) };
  const fives = Math.round(minutes / 5) * 5;
  if (fives !== 60 && fives < 120) return { unit: "minutes", value: fives };
  if (hours < 9.75) return { unit: "hours", value: Math.round(hours * 2) / 2 };
  return { unit: "hours", value: Math.round(hours) };
}

export interface SaidAge {
  unit: "now" | "minutes" | "hours" | "days" | "weeks" | "months";
  value: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago `at` (RFC 3339) was at `nowMs`; a clock that runs ahead reads as "just now". */
export function sayAge(at: string, nowMs: number): SaidAge {
  const ms = nowMs - Date.parse(at);
  if (ms < 2 * MINUTE_MS) return { unit: "now", value: 0 };
  if (ms < HOUR_MS) return { unit: "minutes", value: Math.floor(ms / MINUTE_MS) };
  if (ms < DAY_MS) return { unit: "hours", value: Math.floor(ms / HOUR_MS) };
  if (ms < 14 * DAY_MS) return { unit: "days", value: Math.floor(ms / DAY_MS) };
  if (ms < 70 * DAY_MS) return { unit: "weeks", value: Math.floor(ms / (7 * DAY_MS)) };
  return { unit: "months", value: Math.floor(ms / (30 * DAY_MS)) };
}

/** A templated path as words: `/purchase-orders/{id}/lines.aspx` becomes ["Purchase orders", null, "Lines"]. */
export function pathInWords(path: string): (string | null)[] {
  return path
    .split(/[/#!?]+/)
    .filter((part) => part !== "")
    .map((part) => (/^\{.*\}$/.test(part) ? null : partInWords(part)));
}

function partInWords(part: string): string {
  const words = decode(part)
    .replace(/\.(html?|php|aspx?|jsp|do)$/i, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_+.]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
