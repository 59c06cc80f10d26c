import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findFirefox, NO_FIREFOX } from "@/scripts/browser/find-firefox";
import { buildExtension } from "@/scripts/build/extension";
import { makeSetup, test as base } from "@/tests/e2e/fixtures";
import { type FirefoxBrowser, type FirefoxOptions, launchFirefox } from "@/tests/support/firefox/browser";
import { configureFirefox } from "@/tests/support/firefox/configure";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const executable = findFirefox();

interface Fixtures {
  /** The worker's Firefox. Every tab is closed after the test. */
  firefox: FirefoxBrowser;
  /** A Firefox of its own, with the build that people get unless `extension` says otherwise. */
  launchFirefox: (options?: Partial<FirefoxOptions>) => Promise<FirefoxBrowser>;
}

interface WorkerFixtures {
  firefoxBuild: string;
  /** Set up for all of the worker's sites; tests share it and use words of their own. */
  sharedFirefox: FirefoxBrowser;
}

let counter = 0;

export const test = base.extend<Fixtures, WorkerFixtures>({
  firefoxBuild: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => use((await buildExtension(ROOT, "firefox")).folder),
    { scope: "worker", timeout: 180_000 },
  ],
  sharedFirefox: [
    async ({ folder, firefoxBuild, sharedGate, collector, wiki, site }, use) => {
      const profile = join(folder, "shared-firefox");
      const browser = await launchFirefox({ executable: executable ?? "", extension: firefoxBuild, profile });
      await configureFirefox(browser, makeSetup(sharedGate, collector, [wiki.url, site.url]));
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  firefox: async ({ sharedFirefox, gate }, use, info) => {
    await use(sharedFirefox);
    if (info.status !== info.expectedStatus) await pictures(sharedFirefox, info);
    // Before the tabs are closed: what they wait for comes at once.
    await gate.reset();
    for (const tab of await sharedFirefox.tabs()) await tab.close();
  },
  launchFirefox: async ({ folder, firefoxBuild }, use, info) => {
    const launched: FirefoxBrowser[] = [];
    await use(async (options = {}) => {
      const profile = join(folder, `firefox-${++counter}`);
      const defaults = { executable: executable ?? "", extension: firefoxBuild, profile };
      const browser = await launchFirefox({ ...defaults, ...options });
      launched.push(browser);
      return browser;
    });
    for (const browser of launched) {
      if (info.status !== info.expectedStatus) await pictures(browser, info);
      await browser.close();
    }
  },
});

export const whyNoFirefox: string | null = executable === null ? NO_FIREFOX : null;

export { expect } from "@playwright/test";

/** What was to be seen when a test failed. */
async function pictures(browser: FirefoxBrowser, info: { outputPath(name: string): string }): Promise<void> {
  for (const [index, tab] of (await browser.tabs()).entries()) {
    const path = info.outputPath(`firefox-${index}.png`) as `${string}.png`;
    await tab.screenshot({ path }).catch(() => undefined);
  }
}
