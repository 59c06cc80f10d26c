import { browser } from "wxt/browser";
import { i18n } from "#i18n";

/** The language for numbers and dates: the browser's where the texts are in it too, else the one of the texts. */
export function uiLocale(): string {
  const texts = i18n.t("words.locale");
  const ui = browser.i18n.getUILanguage();
  return ui.split("-")[0] === texts.split("-")[0] ? ui : texts;
}

/** "German" for `de`, in the reader's language; the tag where the browser has no name for it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([uiLocale()], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

let numbers: Intl.NumberFormat | null = null;

export function sayNumber(value: number): string {
  // Made once: each takes as long as a row of a list.
  numbers ??= new Intl.NumberFormat(uiLocale(), { maximumFractionDigits: 1 });
  return numbers.format(value);
}
