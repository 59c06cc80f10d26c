import { expect, type Locator, type Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";

const POPUP_SIZE = { width: 800, height: 600 };

/** The popup's page in a tab: Playwright has no page for a real popup, and it is the same document. */
export function openPopup(browser: EarshotBrowser): Promise<Page> {
  return browser.open("popup.html", POPUP_SIZE);
}

/** As the popup is over a page: it looks at the tab in front, which is not its own. */
export async function popupOver(browser: EarshotBrowser, page: Page): Promise<Page> {
  const popup = await openPopup(browser);
  await page.bringToFront();
  await popup.reload();
  return popup;
}

export async function showTab(popup: Page, name: "My reports" | "Inbox" | "Impact"): Promise<void> {
  await popup.getByRole("tab", { name }).click();
}

/** Reports in the list that is shown; an item's name begins with the person's words. */
export function reportItem(popup: Page, words: string): Locator {
  return popup.getByRole("list", { name: "Reports" }).getByRole("listitem").filter({ hasText: words });
}

/** Searches the Inbox for these words. */
export async function searchReports(popup: Page, words: string): Promise<void> {
  await popup.getByRole("searchbox", { name: "Search reports" }).fill(words.slice(0, 150));
}

/** One report of the list that is shown. Of a long Inbox only what is seen is in the page: there it is searched for. */
export async function findReport(popup: Page, words: string): Promise<Locator> {
  const item = reportItem(popup, words);
  const search = popup.getByRole("searchbox", { name: "Search reports" });
  await expect(item.or(search).first()).toBeVisible({ timeout: 15_000 });
  if (await search.isVisible()) await searchReports(popup, words);
  await expect(item).toBeVisible({ timeout: 15_000 });
  return item;
}

/** Opens one report of the list that is shown. */
export async function openReport(popup: Page, words: string): Promise<void> {
  const item = await findReport(popup, words);
  await item.getByRole("button").first().click();
}

export type StatusName = "Heard" | "Asked" | "Planned" | "Done" | "Already possible" | "Declined";

/** Text and status of one answer, committed together. */
export async function answer(popup: Page, text: string, status: StatusName | null): Promise<void> {
  await popup.getByRole("textbox", { name: "Answer in plain words" }).fill(text);
  if (status) {
    await popup.getByRole("radiogroup", { name: "Status" }).getByRole("radio", { name: status, exact: true }).click();
  }
  await popup.getByRole("button", { name: "Send answer" }).click();
}

/** The question about this report, in the list of what needs the person's word or in the report itself. */
export function helpedGroup(popup: Page, words: string): Locator {
  return popup.getByRole("group", { name: "Did this help?" }).filter({ hasText: words }).first();
}

/** "Yes", and a word of thanks after it. */
export async function sayThatItHelped(popup: Page, words: string, thanks: string | null): Promise<void> {
  const group = helpedGroup(popup, words);
  await group.getByRole("button", { name: "Yes" }).click();
  await expect(group.getByRole("status")).toHaveText(/Thank you/);
  if (thanks === null) return;
  await group.getByRole("textbox", { name: "Say thanks, or what is still wrong" }).fill(thanks);
  await group.getByRole("button", { name: "Send" }).click();
  await expect(group.getByRole("status")).toHaveText(/saved/);
}
