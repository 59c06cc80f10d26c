import { expect, type Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { launcher, panelIn } from "@/tests/support/panel";
import type { PanelOpened } from "@/lib/messaging/messages";
import { formHears } from "./panel-hears";
import { SAMPLE_ASK, SAMPLE_KNOWN } from "./sample-known";
import type { Screen } from "./screen";

const WORDS = "I have to type the cost centre again on every single line, and it is always the same one.";

/** Button and form on a real page; they need a background that answers and a collector that takes the report. */
export function panelScreens(toolUrl: string): Screen[] {
  async function opened(browser: EarshotBrowser, more: Partial<PanelOpened> = {}): Promise<Page> {
    const page = await browser.context.newPage();
    await formHears(page, more);
    await page.goto(`${toolUrl}/#Travel%20expenses`);
    await openAnywhere(page);
    return page;
  }
  return [
    {
      name: "button",
      async open(browser) {
        const page = await browser.context.newPage();
        await page.goto(`${toolUrl}/#Travel%20expenses`);
        await anyLauncher(page).hover();
        return page;
      },
    },
    { name: "panel, empty", open: (browser) => opened(browser) },
    {
      name: "panel, known here",
      async open(browser) {
        const page = await opened(browser, { known: { items: SAMPLE_KNOWN, elsewhere: 3 } });
        await panelIn(page).frame.locator("#known-here").waitFor();
        return page;
      },
    },
    {
      name: "panel, asks whether it helped",
      async open(browser) {
        const page = await opened(browser, { ask: SAMPLE_ASK, isSample: true });
        await panelIn(page).frame.getByText(SAMPLE_ASK.title).waitFor();
        return page;
      },
    },
    {
      name: "panel, shared computer",
      open: (browser) => opened(browser, { isShared: true }),
    },
    {
      name: "panel, filled",
      async open(browser) {
        const page = await opened(browser);
        await fill(page);
        return page;
      },
    },
    {
      name: "panel, receipt",
      async open(browser) {
        const page = await opened(browser);
        const { frame } = panelIn(page);
        await fill(page);
        await frame.locator("#words").press("Control+Enter");
        await expect(frame.locator('[data-state="received"]')).toBeVisible({ timeout: 20_000 });
        // A tap keeps it open while it is pictured.
        await frame.getByRole("radio").first().click();
        return page;
      },
    },
  ];
}

async function fill(page: Page): Promise<void> {
  const { frame } = panelIn(page);
  await frame.locator("#words").fill(WORDS);
  await frame.getByRole("radio").nth(3).click();
}

async function openAnywhere(page: Page): Promise<void> {
  await anyLauncher(page).click();
  await expect(panelIn(page).frame.locator("#words")).toBeFocused();
}

/** In any language. */
function anyLauncher(page: Page) {
  return launcher(page).or(page.locator("earshot-launcher button").first()).first();
}
