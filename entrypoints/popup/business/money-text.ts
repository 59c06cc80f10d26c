import { i18n } from "#i18n";
import type { Money } from "@/lib/impact/figures";
import { uiLocale } from "../words/locale";

/** What the hours that all people got back are worth a week; null where policy names no rate, or too few said it. */
export function moneyText(money: Money | null): string | null {
  if (money === null || money.given === null) return null;
  const { currency, given, perHour } = money;
  const say = (value: number) =>
    new Intl.NumberFormat(uiLocale(), { style: "currency", currency, maximumFractionDigits: 0 }).format(value);
  return i18n.t("business.money", [say(given), say(perHour)]);
}
