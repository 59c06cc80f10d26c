import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { configure } from "@/tests/support/extension-page";
import { launcher, openPanel } from "@/tests/support/panel";
import { openPopup } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

/** The sheet for employees and works councils; what each key of the policy changes in it is in its unit test. */

const LINK = "What is collected, and what is not";
const point = (sheet: Page, text: string) => sheet.getByRole("listitem").filter({ hasText: text });

/** The sheet that a press opens in a tab of its own. */
async function opened({ context }: EarshotBrowser, press: () => Promise<void>): Promise<Page> {
  const coming = context.waitForEvent("page");
  await press();
  const sheet = await coming;
  await expect(sheet.getByRole("heading", { name: "What Earshot collects, and what it cannot do" })).toBeVisible();
  return sheet;
}

test("it is made from what is in force, on the screen and as a file", async ({ earshot, setup, wiki, tab }) => {
  await configure(earshot, { ...setup, capture: { picture: "off", timings: false } });
  const options = await earshot.open("options.html");
  await options.getByRole("link", { name: LINK }).click();
  await expect(point(options, "No pictures.")).toBeVisible();
  await expect(point(options, "Not how fast the page was.")).toBeVisible();
  await expect(point(options, "It cannot rank or watch people.")).toBeVisible();
  await expect(point(options, "up to 10 minutes")).toBeVisible();
  // How long is the collector's word.
  await expect(point(options, "nothing has happened to it for 24 months")).toBeVisible();
  await expect(options.getByRole("heading", { name: "Nordwind handbook" })).toBeVisible();

  const coming = options.waitForEvent("download");
  await options.getByRole("button", { name: "Save as a file" }).click();
  const file = readFileSync(await (await coming).path(), "utf8");
  for (const said of ["No pictures.", "It cannot rank or watch people.", wiki.url, "<!doctype html>"])
    expect(file).toContain(said);
  expect(file).not.toMatch(/<(script|img|link|iframe)\b/);

  await configure(earshot, { ...setup, identity: { mode: "anonymous" } });
  await options.reload();
  await expect(point(options, "Never your name.")).toBeVisible();
  await expect(point(options, "A picture of the page only if you tick the box.")).toBeVisible();
  await configure(earshot, setup);
  await tab.bringToFront();
});

test("everybody finds it: from the popup, from the form and from the button itself", async ({ earshot, tab, wiki }) => {
  const popup = await openPopup(earshot);
  const fromPopup = await opened(earshot, () => popup.getByRole("link", { name: LINK }).click());
  await fromPopup.close();

  await tab.bringToFront();
  await tab.goto(wiki.url);
  const panel = await openPanel(tab);
  await panel.words.fill("What goes along with this?");
  await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
  const fromForm = await opened(earshot, () => panel.frame.getByRole("button", { name: LINK }).click());
  await fromForm.close();
  await panel.words.fill("");
  await panel.frame.getByRole("button", { name: "Cancel" }).click();

  await launcher(tab).click({ button: "right" });
  await tab.getByRole("menuitem", { name: "Why is this here?" }).click();
  const fromButton = await opened(earshot, () => tab.getByRole("button", { name: LINK }).click());
  await fromButton.close();
});
