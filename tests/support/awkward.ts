import { expect, type Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { type Findings, installProbe } from "@/tests/site/probe";
import type { SampleSite } from "@/tests/site/server";
import type { ExtensionGlobal } from "./extension-page";
import type { Gate } from "./gate";
import { closeByEscape, launcher, type Panel, panelIn, panelOf, RECEIVED } from "./panel";

/** A page that makes it hard, and what is particular about it. */
export interface AwkwardPage {
  what: string;
  path: string;
  window?: { width: number; height: number };
  /** What a person does in the page before they reach for the button. */
  before?: (tab: Page) => Promise<void>;
  /** What happens while they type. */
  meanwhile?: (tab: Page) => Promise<void>;
  /** The page's own function, after the report; without it, its button `Save` counts. */
  works?: (tab: Page) => Promise<void>;
}

export interface AwkwardWorld {
  earshot: EarshotBrowser;
  tab: Page;
  site: SampleSite;
  gate: Gate;
  words: (text: string) => string;
}

/** The signs and letters that tools have shortcuts for, first of all. */
const HOT = "?/jk gg s#e c[x] G!d\\: .,-+ *@ n 1 2 & u";

/**
 * The whole of what is asked of every page: the button is there once, the panel opens, 60 characters arrive whole (in
 * the panel, and at the collector), the page heard no key, cannot read the text, and still does its own work.
 */
export async function reportFrom(page: AwkwardPage, { earshot, tab, site, gate, words }: AwkwardWorld): Promise<void> {
  const unique = words("See/us");
  const text = `${unique} ${HOT}`.slice(0, 60).padEnd(60, "s");
  expect(text).toHaveLength(60);
  if (page.window) await tab.setViewportSize(page.window);
  await tab.addInitScript(installProbe);
  await visit(tab, site.url + page.path);
  // It comes with the end of the document: 100,000 elements take their time on a busy machine.
  await expect(launcher(tab)).toBeVisible({ timeout: 20_000 });
  await page.before?.(tab);
  await launcher(tab).click();
  const panel = await openedIn(tab);
  await findingsOf(earshot, site.url);

  await tab.keyboard.type(text.slice(0, 30));
  await page.meanwhile?.(tab);
  await tab.keyboard.type(text.slice(30));
  await expect(panel.words).toHaveValue(text);
  await expect(tab.locator("earshot-launcher")).toHaveCount(1);
  for (const { heard, read } of await findingsOf(earshot, site.url)) {
    expect(heard).toEqual([]);
    expect(read).not.toContain(unique);
  }

  await tab.keyboard.press("Control+Enter");
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const quoted = JSON.stringify(text);
  expect(gate.passed.filter(({ method, body }) => method === "POST" && body.includes(quoted))).toHaveLength(1);
  await closeByEscape(tab);
  await (page.works ?? countsSaves)(tab);
}

async function countsSaves(tab: Page): Promise<void> {
  await tab.locator("#save").click();
  await expect(tab.locator("#done")).toHaveText(/^Saved \d+$/);
}

/** A viewer's page (a PDF) never comes to the end of its loading. */
export async function visit(tab: Page, url: string): Promise<void> {
  await tab.goto(url, { waitUntil: "commit" }).catch(() => undefined);
}

/** The panel, with the keyboard in it. In XHTML Playwright finds no frame by a selector, since names are small there. */
async function openedIn(tab: Page): Promise<Panel> {
  const byAddress = () => tab.frames().find((frame) => frame.url().includes("/panel.html"));
  await expect.poll(byAddress).toBeDefined();
  const frame = byAddress();
  const panel = frame ? panelOf(frame) : panelIn(tab);
  await expect(panel.words).toBeFocused();
  // A panel that was only warmed has the focus too, as far as a driver can tell.
  await expect(panel.send).toBeVisible();
  await panel.still();
  return panel;
}

/** What the page at `url` and its own frames have found out since the last call; asked in the extension's own world. */
export async function findingsOf(browser: EarshotBrowser, url: string): Promise<Findings[]> {
  const worker = await browser.worker();
  const answers = await worker.evaluate(async (pattern) => {
    const { chrome } = globalThis as unknown as ExtensionGlobal;
    const [found] = await chrome.tabs.query({ url: pattern });
    return chrome.scripting.executeScript({
      target: { tabId: found?.id ?? -1, allFrames: true },
      func: () => {
        document.dispatchEvent(new Event("probe"));
        return document.documentElement.getAttribute("data-probe");
      },
    });
  }, `${url}/*`);
  return answers.map(({ result }) => JSON.parse(String(result)) as Findings);
}

/** Asks for the form as the keyboard command does, whose keys no driver can press. */
export async function pressCommand(browser: EarshotBrowser, url: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (pattern) => {
    const { chrome } = globalThis as unknown as ExtensionGlobal & {
      chrome: { commands: { onCommand: { dispatch(command: string, tab: object): void } } };
    };
    const [found] = await chrome.tabs.query({ url: pattern });
    chrome.commands.onCommand.dispatch("report", { ...found });
  }, `${url}/*`);
}

/** Forms that are pages of their own: the real popup, which Playwright has no page for, or a tab. */
export async function formTargets(browser: EarshotBrowser): Promise<string[]> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const targets = (await session?.send("Target.getTargets"))?.targetInfos ?? [];
  await session?.detach();
  return targets.filter(({ type, url }) => type === "page" && url.includes("/panel.html")).map(({ url }) => url);
}
