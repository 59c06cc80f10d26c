import { i18n } from "#i18n";
import { WEEKDAYS } from "@/lib/policy/choices";

/** 9 March 2026 is a Monday. */
const A_MONDAY = 9;

/** A weekday of the settings in the person's language. */
export function dayName(day: (typeof WEEKDAYS)[number]): string {
  const weekday = new Intl.DateTimeFormat(i18n.t("words.locale"), { weekday: "long" });
  return weekday.format(new Date(2026, 2, A_MONDAY + WEEKDAYS.indexOf(day)));
}
