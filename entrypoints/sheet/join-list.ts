import { i18n } from "#i18n";

/** "A, B and C", as the language has it. */
export function joinList(items: readonly string[]): string {
  return new Intl.ListFormat(i18n.t("words.locale")).format(items);
}
