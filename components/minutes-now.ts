import { i18n } from "#i18n";
import type { MinutesNow } from "@/lib/protocol/burden";

/** Each with its text, beginning with none at all. */
const LABELS = [
  [0, "mine.helped.nothing"],
  [0.25, "panel.minutes.seconds"],
  [1, "panel.minutes.minute"],
  [5, "panel.minutes.minutes5"],
  [15, "panel.minutes.minutes15"],
  [60, "panel.minutes.hour"],
] as const satisfies readonly [MinutesNow, string][];

/** What it costs now, as a list to choose from. Nothing is chosen at first: nobody has to say it. */
export function minutesNowOptions(): { value: string; label: string }[] {
  const minutes = LABELS.map(([value, name]) => ({ value: String(value), label: i18n.t(name) }));
  return [{ value: "", label: i18n.t("mine.helped.costs") }, ...minutes];
}

/** What was chosen; null for nothing. */
export function minutesNowOf(chosen: string): MinutesNow | null {
  return LABELS.find(([value]) => String(value) === chosen)?.[0] ?? null;
}
