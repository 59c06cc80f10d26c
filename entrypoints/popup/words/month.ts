import { uiLocale } from "./locale";

/** `2026-10` as "October", "October 2026" or "Oct". */
export function monthText(name: string, look: "month" | "whole" | "short"): string {
  const options: Intl.DateTimeFormatOptions =
    look === "whole" ? { month: "long", year: "numeric" } : { month: look === "short" ? "short" : "long" };
  return new Intl.DateTimeFormat(uiLocale(), { ...options, timeZone: "UTC" }).format(Date.parse(`${name}-01`));
}
