import { i18n } from "#i18n";
import type { PillOption } from "@/components/RadioPills";
import type { Burden, HoldsBack, Minutes, Often } from "@/lib/protocol/burden";
import type { Kind } from "@/lib/protocol/event";

/** The answers that can be chosen, in the order of the protocol, in the person's language. */
export const kinds = (): PillOption<Kind>[] =>
  (["slow", "confusing", "broken", "steps", "missing", "other"] as const).map((value) => ({
    value,
    label: i18n.t(`words.kind.${value}`),
  }));

export const oftens = (): PillOption<Often>[] =>
  (["once", "monthly", "weekly", "daily", "hourly"] as const).map((value) => ({
    value,
    label: i18n.t(`panel.often.${value}`),
  }));

const MINUTE_NAMES = [
  [0.25, "seconds"],
  [1, "minute"],
  [5, "minutes5"],
  [15, "minutes15"],
  [60, "hour"],
] as const;

export const minutes = (): PillOption<Minutes>[] =>
  MINUTE_NAMES.map(([value, name]) => ({ value, label: i18n.t(`panel.minutes.${name}`) }));

export const holdsBacks = (): PillOption<HoldsBack>[] =>
  (["little", "slows", "blocks"] as const).map((value) => ({ value, label: i18n.t(`panel.holdsBack.${value}`) }));

/** One line: "every day, about 5 minutes each time, slows down"; "" where nothing was said. */
export function burdenLine(burden: Burden): string {
  const minute = MINUTE_NAMES.find(([value]) => value === burden.minutes)?.[1];
  return [
    burden.often && i18n.t(`words.often.${burden.often}`),
    minute && i18n.t(`words.eachTime.${minute}`),
    burden.holdsBack && i18n.t(`words.holdsBack.${burden.holdsBack}`),
  ]
    .filter(Boolean)
    .join(", ");
}

/** A burden with one answer changed; what is taken back is unknown again, not zero. */
export function withAnswer<K extends keyof Burden>(burden: Burden, key: K, value: Burden[K] | null): Burden {
  const { [key]: _before, ...rest } = burden;
  return value === null ? rest : { ...burden, [key]: value };
}
