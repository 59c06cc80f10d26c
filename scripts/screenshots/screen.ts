import type { Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";

export interface Screen {
  name: string;
  /** Brings the screen up in a tab of its own. It is pictured in every theme and size, and then closed. */
  open(browser: EarshotBrowser): Promise<Page>;
}

/** What a text of ours is called on this page, in its language; `key` as in the catalogue. */
export function textOf(page: Page, key: string): Promise<string> {
  return page.evaluate(
    (name) => {
      const { chrome } = globalThis as unknown as { chrome: { i18n: { getMessage(name: string): string } } };
      return chrome.i18n.getMessage(name);
    },
    key.replaceAll(".", "_"),
  );
}
