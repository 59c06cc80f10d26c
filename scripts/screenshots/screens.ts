import { expect, type Page } from "@playwright/test";
import { type EarshotBrowser, EXTENSION_ID } from "@/scripts/browser/launch";
import { launcher, panelIn } from "@/tests/support/panel";
import { type Filling, rowsFor } from "./sample-rows";
import { type Role, seed, standIn, stateFor } from "./seed";

export interface Screen {
  name: string;
  /** Brings the screen up in a tab of its own. It is pictured in every theme and size, and then closed. */
  open(browser: EarshotBrowser): Promise<Page>;
}

/** Screens are told apart by place, not by name: a pseudo-language has other names. */
type TabPlace = 0 | 1 | 2;

function popup(name: string, filling: Filling, role: Role, tab: TabPlace, opensFirst = false): Screen {
  return {
    name,
    async open(browser) {
      const page = await fromSeed(browser, "popup.html", filling, role);
      await page.getByRole("tab").nth(tab).click();
      // "One moment", while the database is read.
      await expect(page.locator('[role="tabpanel"] > output')).toHaveCount(0);
      // The first rows are there before all the others.
      if (filling === "many") await page.locator('li[aria-setsize="100000"]').first().waitFor();
      if (opensFirst) await page.getByRole("tabpanel").getByRole("listitem").first().getByRole("button").click();
      return page;
    },
  };
}

function options(name: string, managed: boolean): Screen {
  return {
    name,
    async open(browser) {
      const page = await fromSeed(browser, "options.html", managed ? "full" : "usual", "reviewer", managed);
      await page.getByRole("heading").first().waitFor();
      return page;
    },
  };
}

/** Everything that is shown from fixed data, with nothing behind it. */
export const SEEDED: Screen[] = [
  popup("my reports, empty", "empty", "employee", 0),
  popup("my reports, usual", "usual", "employee", 0),
  popup("my reports, full", "full", "employee", 0),
  popup("my reports, one open", "usual", "employee", 0, true),
  popup("inbox, empty", "empty", "reviewer", 1),
  popup("inbox, usual", "usual", "reviewer", 1),
  popup("inbox, full", "full", "reviewer", 1),
  popup("inbox, many", "many", "reviewer", 1),
  popup("inbox, one open", "usual", "reviewer", 1, true),
  popup("what changed, empty", "empty", "employee", 1),
  popup("what changed, usual", "usual", "employee", 1),
  popup("impact, empty", "empty", "reviewer", 2),
  popup("impact, usual", "year", "reviewer", 2),
  popup("impact, full", "full", "reviewer", 2),
  business(),
  options("options, own", false),
  options("options, managed", true),
  sheet(),
];

/** The sheet for employees. */
function sheet(): Screen {
  return {
    name: "sheet",
    async open(browser) {
      const page = await fromSeed(browser, "sheet.html", "full", "employee");
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      return page;
    },
  };
}

/** The page for the business, out of a year's Impact. */
function business(): Screen {
  const { open } = popup("", "year", "reviewer", 2);
  return {
    name: "impact, page for the business",
    async open(browser) {
      const page = await open(browser);
      await page.getByRole("tabpanel").getByRole("button").first().click();
      await page.getByRole("dialog").getByRole("combobox").waitFor();
      return page;
    },
  };
}

async function fromSeed(browser: EarshotBrowser, file: string, filling: Filling, role: Role, managed = true) {
  const page = await browser.context.newPage();
  await standIn(page, stateFor(filling, role, managed));
  await page.goto(`chrome-extension://${EXTENSION_ID}/${file}`);
  await seed(page, await rowsFor(filling));
  await page.reload();
  return page;
}

/** The database is laid out by a real popup with a real background behind it; the pictures only fill it. */
export async function layOutDatabase(browser: EarshotBrowser): Promise<void> {
  const page = await browser.open("popup.html");
  await page.getByRole("tabpanel").first().waitFor();
  await page.close();
}

const WORDS = "I have to type the cost centre again on every single line, and it is always the same one.";

/** Button and form on a real page; they need a background that answers and a collector that takes the report. */
export function panelScreens(toolUrl: string): Screen[] {
  async function opened(browser: EarshotBrowser): Promise<Page> {
    const page = await browser.context.newPage();
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
    { name: "panel, empty", open: opened },
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
