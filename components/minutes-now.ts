import { i18n } from "#i18n";
import type { PillOption } from "./RadioPills";
import type { MinutesNow } from "@/lib/protocol/burden";

const LABELS = {
  0: "mine.helped.nothing",
  0.25: "words.eachTime.seconds",
  1: "words.eachTime.minute",
  5: "words.eachTime.minutes5",
  15: "words.eachTime.minutes15",
  60: "words.eachTime.hour",
} as const satisfies Record<MinutesNow, string>;

const ORDER: readonly MinutesNow[] = [0, 0.25, 1, 5, 15, 60];

export function minutesNowOptions(): PillOption<MinutesNow>[] {
  return ORDER.map((value) => ({ value, label: i18n.t(LABELS[value]) }));
}
