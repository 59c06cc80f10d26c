import { expect, type Page } from "@playwright/test";
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

const inbox = popup("inbox, usual", "usual", "reviewer", 1);
const openedReport = popup("inbox, one open", "usual", "reviewer", 1, true);

/** Everything that is shown from fixed data, with nothing behind it. */
export const SEEDED: Screen[] = [
  popup("my reports, empty", "empty", "employee", 0),
  popup("my reports, usual", "usual", "employee", 0),
  popup("my reports, full", "full", "employee", 0),
  popup("my reports, one open", "usual", "employee", 0, true),
  then("my reports, answered", popup("", "usual", "employee", 0), openAnswered),
  popup("inbox, empty", "empty", "reviewer", 1),
  inbox,
  popup("inbox, full", "full", "reviewer", 1),
  popup("inbox, many", "many", "reviewer", 1),
  openedReport,
  pressed("inbox, publish as known", openedReport, "inbox.known.publish"),
  pressed("inbox, kept answers", openedReport, "inbox.snippets.title"),
  then("inbox, same as another", openedReport, searchTheSame),
  pressed("inbox, views", inbox, "inbox.views.title"),
  then("inbox, keys", inbox, showKeys),
  then("inbox, some chosen", inbox, chooseSome),
  then("inbox, answer with hints", openedReport, writeJargon),
  then("inbox, note for IT", openedReport, writeNote),
  then("inbox, a kind no", openedReport, declineWithoutReason),
  popup("what changed, empty", "empty", "employee", 1),
  popup("what changed, usual", "usual", "employee", 1),
  popup("impact, empty", "empty", "reviewer", 2),
  popup("impact, usual", "year", "reviewer", 2),
  popup("impact, full", "full", "reviewer", 2),
  then("impact, page for the business", popup("", "year", "reviewer", 2), openBusiness),
  options("options, own", false),
  options("options, managed", true),
  sheet(),
];

/** Another screen, once something was done in it. */
function then(name: string, { open }: Screen, act: (page: Page) => Promise<void>): Screen {
  return {
    name,
    async open(browser) {
      const page = await open(browser);
      await act(page);
      return page;
    },
  };
}

/** Presses the button with this text of the catalogue, and waits for the window or menu that it opens. */
function pressed(name: string, screen: Screen, key: string): Screen {
  return then(name, screen, async (page) => {
    await page.getByRole("button", { name: await textOf(page, key), exact: true }).click();
    await page.getByRole("dialog").or(page.getByRole("menu")).first().waitFor();
  });
}

async function openAnswered(page: Page): Promise<void> {
  const reports = page.getByRole("tabpanel").getByRole("listitem");
  await reports.filter({ hasText: "Search forgets" }).getByRole("button").click();
}

async function searchTheSame(page: Page): Promise<void> {
  await page.getByRole("button", { name: await textOf(page, "inbox.same.button"), exact: true }).click();
  await page.locator("[data-same][aria-expanded=true]").scrollIntoViewIfNeeded();
}

async function showKeys(page: Page): Promise<void> {
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
}

async function chooseSome(page: Page): Promise<void> {
  for (const place of [0, 1]) await page.getByRole("listitem").nth(place).getByRole("checkbox").check({ force: true });
}

async function writeJargon(page: Page): Promise<void> {
  const box = page.locator("textarea[data-answer]");
  await box.fill("You should have cleared the cache. The SSO token was invalidated by the proxy.");
  await page.getByRole("region", { name: await textOf(page, "inbox.plain.title") }).waitFor();
  await box.scrollIntoViewIfNeeded();
}

async function writeNote(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: await textOf(page, "inbox.onlyForIt") }).check();
  await page.locator("textarea[data-answer]").fill("Jonas, is this one yours?");
}

async function declineWithoutReason(page: Page): Promise<void> {
  await page.getByRole("radio", { name: await textOf(page, "words.status.declined") }).check({ force: true });
  await page.getByRole("button", { name: await textOf(page, "inbox.send"), exact: true }).click();
}

async function openBusiness(page: Page): Promise<void> {
  await page.getByRole("tabpanel").getByRole("button").first().click();
  await page.getByRole("dialog").getByRole("combobox").waitFor();
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
