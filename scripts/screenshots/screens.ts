import { expect } from "@playwright/test";
import { type EarshotBrowser, EXTENSION_ID } from "@/scripts/browser/launch";
import { type Filling, rowsFor } from "./sample-rows";
import { type Screen, textOf } from "./screen";
import { type Role, seed, standIn, stateFor } from "./seed";

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
      if (opensFirst) await page.getByRole("tabpanel").getByRole("listitem").getByRole("button").first().click();
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
  answeredReport(),
  popup("inbox, empty", "empty", "reviewer", 1),
  popup("inbox, usual", "usual", "reviewer", 1),
  popup("inbox, full", "full", "reviewer", 1),
  popup("inbox, many", "many", "reviewer", 1),
  popup("inbox, one open", "usual", "reviewer", 1, true),
  pressed("inbox, publish as known", "inbox.known.publish"),
  pressed("inbox, kept answers", "inbox.snippets.title"),
  sameAs(),
  keys(),
  views(),
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

/** One's own report with its receipts and the whole conversation. */
function answeredReport(): Screen {
  const { open } = popup("", "usual", "employee", 0);
  return {
    name: "my reports, answered",
    async open(browser) {
      const page = await open(browser);
      await page
        .getByRole("tabpanel")
        .getByRole("listitem")
        .filter({ hasText: "Search forgets" })
        .getByRole("button")
        .click();
      return page;
    },
  };
}

/** An open report in which the button with this text was pressed. */
function pressed(name: string, key: string): Screen {
  const { open } = popup("", "usual", "reviewer", 1, true);
  return {
    name,
    async open(browser) {
      const page = await open(browser);
      await page.getByRole("button", { name: await textOf(page, key), exact: true }).click();
      await page.getByRole("dialog").or(page.getByRole("menu")).first().waitFor();
      return page;
    },
  };
}

function sameAs(): Screen {
  const { open } = popup("", "usual", "reviewer", 1, true);
  return {
    name: "inbox, same as another",
    async open(browser) {
      const page = await open(browser);
      const button = page.getByRole("button", { name: await textOf(page, "inbox.same.button"), exact: true });
      await button.click();
      await page.locator("[data-same][aria-expanded=true]").scrollIntoViewIfNeeded();
      return page;
    },
  };
}

function keys(): Screen {
  const { open } = popup("", "usual", "reviewer", 1);
  return {
    name: "inbox, keys",
    async open(browser) {
      const page = await open(browser);
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      return page;
    },
  };
}

function views(): Screen {
  const { open } = popup("", "usual", "reviewer", 1);
  return {
    name: "inbox, views",
    async open(browser) {
      const page = await open(browser);
      await page.getByRole("button", { name: await textOf(page, "inbox.views.title"), exact: true }).click();
      await page.getByRole("menu").waitFor();
      return page;
    },
  };
}

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
