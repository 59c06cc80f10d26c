import { uiLocale } from "../words/locale";

/** "October 2026", of `2026-10`. */
export function monthText(month: string): string {
  const format = new Intl.DateTimeFormat(uiLocale(), { month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(Date.parse(`${month}-01`));
}
