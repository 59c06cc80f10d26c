import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findFirefox, NO_FIREFOX } from "@/scripts/browser/find-firefox";
import { buildExtension } from "@/scripts/build/extension";
import { test as base } from "@/tests/e2e/fixtures";
import { type FirefoxBrowser, type FirefoxOptions, launchFirefox } from "@/tests/support/firefox/browser";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const executable = findFirefox();

interface Fixtures {
  /** A Firefox of its own, with the build that people get unless `extension` says otherwise. */
  launchFirefox: (options?: Partial<FirefoxOptions>) => Promise<FirefoxBrowser>;
}

let counter = 0;

export const test = base.extend<Fixtures, { firefoxBuild: string }>({
  firefoxBuild: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => use((await buildExtension(ROOT, "firefox")).folder),
    { scope: "worker", timeout: 180_000 },
  ],
  launchFirefox: async ({ folder, firefoxBuild }, use) => {
    const launched: FirefoxBrowser[] = [];
    await use(async (options = {}) => {
      const profile = join(folder, `firefox-${++counter}`);
      const defaults = { executable: executable ?? "", extension: firefoxBuild, profile };
      const browser = await launchFirefox({ ...defaults, ...options });
      launched.push(browser);
      return browser;
    });
    for (const browser of launched) await browser.close();
  },
});

export const whyNoFirefox: string | null = executable === null ? NO_FIREFOX : null;

export { expect } from "@playwright/test";
