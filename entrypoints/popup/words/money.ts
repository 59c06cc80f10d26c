import { uiLocale } from "./locale";

/** "€8,500", to two figures: no hour was told more exactly than that. */
export function moneyText(amount: number, currency: string): string {
  return new Intl.NumberFormat(uiLocale(), {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
    maximumSignificantDigits: 2,
  }).format(amount);
}

/** What an hour is worth, as policy says it: "€42.50". */
export function rateText(perHour: number, currency: string): string {
  return new Intl.NumberFormat(uiLocale(), { style: "currency", currency }).format(perHour);
}
