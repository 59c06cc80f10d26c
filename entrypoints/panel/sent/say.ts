import { i18n } from "#i18n";

/** How the person's language writes what a computer counts. */
const locale = () => i18n.t("words.locale");

/** Milliseconds: below it, tenths of a second would say "0". */
const SHORT_MS = 50;

export function saySeconds(milliseconds: number): string {
  return (milliseconds / 1000).toLocaleString(locale(), {
    style: "unit",
    unit: "second",
    unitDisplay: "long",
    maximumFractionDigits: milliseconds < SHORT_MS ? 2 : 1,
  });
}

export function sayPercent(fraction: number): string {
  return fraction.toLocaleString(locale(), { style: "percent", maximumFractionDigits: 1 });
}

export function sayBytes(bytes: number): string {
  return Math.max(1, Math.round(bytes / 1000)).toLocaleString(locale(), {
    style: "unit",
    unit: "kilobyte",
    unitDisplay: "short",
  });
}

/** "German" for `de`; the tag itself where the browser has no name for it. */
export function sayLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** An event's time on the person's own clock: to the second, or to the hour where no more is sent. */
export function sayTime(iso: string, isToTheHour: boolean): string {
  const time = isToTheHour ? ({ hour: "numeric", minute: "2-digit" } as const) : { timeStyle: "medium" as const };
  const day = { year: "numeric", month: "long", day: "numeric" } as const;
  const date = new Date(iso);
  const sayDay = date.toLocaleDateString(locale(), day);
  return `${sayDay}, ${date.toLocaleTimeString(locale(), time)}`;
}
