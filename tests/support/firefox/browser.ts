import puppeteer, { type Page } from "puppeteer-core";
import { expect } from "@playwright/test";

/** Firefox gives each installation a host of its own, for good; known beforehand, its pages can be opened. */
const HOST = "5b1f3c0e-7d7c-4a4e-9c53-6f0d8f1c2a90";

const PAGE_COMES_WITHIN_MS = 5000;

/** As wxt.config.ts names it in Firefox's manifest. */
const GECKO_ID = "earshot@earshot.example";

export interface FirefoxOptions {
  executable: string;
  /** The built extension; null launches without (where policy installs it). */
  extension: string | null;
  profile: string;
  geckoId?: string;
}

/** Firefox with the extension in it and a profile of its own, over WebDriver BiDi. */
export interface FirefoxBrowser {
  /** A page of the web in a new tab. */
  visit(url: string): Promise<Page>;
  /** A page of the extension in a new tab, e.g. `popup.html`. */
  open(page: string): Promise<Page>;
  /** All tabs but the first, blank one. */
  tabs(): Promise<Page[]>;
  close(): Promise<void>;
}

export async function launchFirefox({
  executable,
  extension,
  profile,
  geckoId = GECKO_ID,
}: FirefoxOptions): Promise<FirefoxBrowser> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: executable,
    headless: true,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 800 },
    // Without it no driver may go to a page of an extension.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [geckoId]: HOST }) },
    // Whoever launches decides when it ends.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  if (extension !== null) await browser.installExtension(extension);

  return {
    async visit(url) {
      const tab = await browser.newPage();
      await tab.goto(url);
      return tab;
    },
    async open(path) {
      const tab = await browser.newPage();
      const url = `moz-extension://${HOST}/${path}`;
      // Firefox (153) says nothing to the driver of a page that another process takes over: whether it is there is asked.
      // And where policy is still installing the extension, there is no such page yet.
      let askAgainAt = 0;
      const isThere = () => {
        if (Date.now() >= askAgainAt) {
          askAgainAt = Date.now() + PAGE_COMES_WITHIN_MS;
          void tab.goto(url, { timeout: PAGE_COMES_WITHIN_MS }).catch(() => undefined);
        }
        return tab.evaluate((wanted) => location.href === wanted && document.readyState, url).catch(() => null);
      };
      await expect.poll(isThere, { timeout: 60_000 }).toBe("complete");
      return tab;
    },
    tabs: async () => (await browser.pages()).slice(1),
    close: () => browser.close(),
  };
}
