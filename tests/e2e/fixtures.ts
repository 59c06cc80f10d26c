import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Page, test as base } from "@playwright/test";
import { type EarshotBrowser, launchBrowser, type LaunchOptions } from "@/scripts/browser/launch";
import { type Collector, startCollector } from "@/scripts/services/collector";
import { freePort } from "@/scripts/services/ports";
import { startWiki, type Wiki } from "@/scripts/services/wiki";
import { configure, type Setup } from "@/tests/support/extension-page";
import { type SampleSite, serveSampleSite } from "@/tests/site/server";
import { createGate, type Gate } from "@/tests/support/gate";
import { quickFolder } from "@/tests/support/quick-folder";
import type { StaticServer } from "@/tests/support/static-server";
import { serveSwagger } from "@/tests/support/swagger";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface WorkerFixtures {
  folder: string;
  collector: Collector;
  wiki: Wiki;
  swagger: StaticServer;
  /** The awkward sample pages. */
  site: SampleSite;
  sharedGate: Gate;
  /** The worker's browser, set up for all of its sites; tests share it and use words of their own. */
  earshot: EarshotBrowser;
}

interface TestFixtures {
  /** The door in front of the collector, open again after each test. */
  gate: Gate;
  /** What the worker's browser is set up with. */
  setup: Setup;
  /** A new tab of the worker's browser. Every tab is closed after the test. */
  tab: Page;
  /** A browser of its own for tests that need it empty, killed or set up otherwise. */
  launch: (options?: Partial<LaunchOptions> & { setup?: Setup | null }) => Promise<EarshotBrowser>;
  /** Words that no other test uses. */
  words: (text: string) => string;
}

const SITE_NAMES = ["Nordwind handbook", "Warehouse API", "Orders"];

let counter = 0;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  folder: [
    async ({ browserName }, use) => {
      const folder = mkdtempSync(join(quickFolder(), `earshot-${browserName}-`));
      await use(folder);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: "worker" },
  ],
  collector: [
    async ({ folder }, use) => {
      const collector = await startCollector({ root: ROOT, folder: join(folder, "collector"), port: await freePort() });
      await use(collector);
      await collector.process.kill();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  wiki: [
    async ({ folder }, use) => {
      const wiki = await startWiki({ root: ROOT, folder: join(folder, "wiki"), port: await freePort() });
      await use(wiki);
      await wiki.process.kill();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  swagger: [
    async ({ wiki }, use) => {
      const server = await serveSwagger(wiki.url);
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  site: [
    async ({ wiki }, use) => {
      const site = await serveSampleSite();
      if (site.url === wiki.url) throw new Error("two tools at one address");
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],
  sharedGate: [
    async ({ collector }, use) => {
      const gate = await createGate(collector.url);
      await use(gate);
      await gate.shut();
    },
    { scope: "worker" },
  ],
  earshot: [
    async ({ folder, sharedGate, collector, wiki, swagger, site }, use) => {
      const browser = await launchBrowser({ ...defaults(), profile: join(folder, "profile") });
      await configure(browser, makeSetup(sharedGate, collector, [wiki.url, swagger.url, site.url]));
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  gate: async ({ sharedGate }, use) => {
    await sharedGate.reset();
    await use(sharedGate);
    await sharedGate.reset();
  },
  setup: async ({ gate, collector, wiki, swagger, site }, use) => {
    await use(makeSetup(gate, collector, [wiki.url, swagger.url, site.url]));
  },
  tab: async ({ earshot, gate }, use, info) => {
    const tab = await earshot.context.newPage();
    await use(tab);
    await pictureOfFailure(earshot, info);
    // Before the tabs are closed: what they wait for comes at once.
    await gate.reset();
    await closeTabs(earshot);
  },
  launch: async ({ folder, setup }, use, info) => {
    const launched: EarshotBrowser[] = [];
    await use(async ({ setup: own, ...options } = {}) => {
      const profile = options.profile ?? join(folder, `profile-${++counter}`);
      const browser = await launchBrowser({ ...defaults(), ...options, profile });
      launched.push(browser);
      if (own !== null) await configure(browser, own ?? setup);
      return browser;
    });
    for (const browser of launched) {
      await pictureOfFailure(browser, info);
      await browser.close();
    }
    for (const { profile } of launched) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  words: async ({ folder }, use) => {
    // Letters alone: digits in the midst of it would be a number that the report has too, and Earshot warns of those.
    const mark = folder.slice(-4).replaceAll(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
    await use((text) => `${text} (${mark} ${++counter})`);
  },
});

export { expect } from "@playwright/test";

function defaults() {
  const { EARSHOT_BROWSER: executable = "", EARSHOT_EXTENSION: extension = "" } = process.env;
  return { executable, extension, headless: true };
}

export function makeSetup(gate: Gate, collector: Collector, urls: string[]): Setup {
  return {
    endpoint: gate.url,
    ingestToken: collector.ingestToken,
    reviewerToken: collector.reviewerToken,
    name: "Ada Example",
    sites: urls.map((url, index) => ({
      matches: [`${url}/*`],
      name: SITE_NAMES[index] ?? "Tool",
    })),
  };
}

type Info = { status?: string; expectedStatus: string; outputPath(name: string): string };

async function pictureOfFailure(browser: EarshotBrowser, info: Info): Promise<void> {
  if (info.status === info.expectedStatus) return;
  for (const [index, page] of browser.context.pages().entries()) {
    await page.screenshot({ path: info.outputPath(`page-${index}.png`), timeout: 5_000 }).catch(() => undefined);
  }
}

/** All but the blank tab that a browser starts with: one whose last tab is closed ends. */
async function closeTabs({ context }: EarshotBrowser): Promise<void> {
  const [first, ...others] = context.pages();
  for (const page of others) await page.close();
  if (first?.url() === "about:blank") return;
  await context.newPage();
  await first?.close();
}
