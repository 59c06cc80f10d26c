import { browser } from "wxt/browser";

/** A text of the catalogue by its joined key (`launcher_label`), for scripts too small for the `#i18n` module. */
export function text(key: string): string {
  // The generated types know only the browser's own keys; a test holds ours against the catalogue.
  return (browser.i18n.getMessage as (name: string) => string)(key);
}

/** As `text`, with `$1`, `$2` and so on filled in. */
export function textWith(key: string, ...values: string[]): string {
  return (browser.i18n.getMessage as (name: string, values: string[]) => string)(key, values);
}
