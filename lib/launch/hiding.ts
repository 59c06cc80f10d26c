import { hiddenKey, isHidden } from "@/lib/platform/launcher-keys";

/** Milliseconds since the epoch of the next midnight on the person's own clock: "today" ends there. */
export function nextMidnight(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

/** The origins on which the button is hidden now, out of all that `storage.local` holds. */
export function hiddenOrigins(stored: Record<string, unknown>, now: number): string[] {
  const prefix = hiddenKey("");
  return Object.entries(stored)
    .filter(([key, value]) => key.startsWith(prefix) && isHidden(value, now))
    .map(([key]) => key.slice(prefix.length));
}

/** Keys whose day is over. */
export function outlivedKeys(stored: Record<string, unknown>, now: number): string[] {
  return Object.keys(stored).filter((key) => key.startsWith(hiddenKey("")) && !isHidden(stored[key], now));
}
