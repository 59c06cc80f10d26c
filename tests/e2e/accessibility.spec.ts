import { expectAccessible, expectPanelAccessible } from "@/tests/support/axe";
import { launcher, openPanel, RECEIVED } from "@/tests/support/panel";
import { openPopup, openReport, findReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

for (const theme of ["light", "dark"] as const) {
  test.describe(`in the ${theme} theme axe finds nothing`, () => {
    test("in the panel, empty, filled and sent", async ({ tab, wiki, words }) => {
      await tab.emulateMedia({ colorScheme: theme });
      await tab.goto(wiki.url);
      const panel = await openPanel(tab);
      await expectPanelAccessible(tab);
      await panel.words.fill(words("It is slow on Mondays, says jane.doe@corp.example"));
      await expect(panel.frame.getByText("This looks private: an e-mail address.")).toBeVisible();
      await panel.radio("What kind of annoyance is it?", "Slow").click();
      await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
      await panel.frame.getByRole("button", { name: "Show it exactly as it is sent" }).click();
      await expectPanelAccessible(tab);
      await panel.send.click();
      await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
      await expectPanelAccessible(tab);
    });

    test("in the popup, empty", async ({ launch }) => {
      const browser = await launch({ colorScheme: theme });
      const popup = await openPopup(browser);
      for (const name of ["My reports", "Inbox", "Impact"] as const) {
        await showTab(popup, name);
        await expect(popup.getByRole("tabpanel")).toBeVisible();
        await expectAccessible(popup);
      }
    });

    test("in the popup with reports, and a report in full", async ({ tab, wiki, earshot, words }) => {
      const text = words("The calendar shows yesterday");
      await tab.goto(wiki.url);
      const panel = await openPanel(tab);
      await panel.words.fill(text);
      await panel.send.click();
      await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
      const popup = await openPopup(earshot);
      await popup.emulateMedia({ colorScheme: theme });
      for (const name of ["My reports", "Inbox"] as const) {
        await showTab(popup, name);
        await findReport(popup, text);
        await expectAccessible(popup);
        await openReport(popup, text);
        await expectAccessible(popup);
        await popup.reload();
      }
      await showTab(popup, "Impact");
      await expectAccessible(popup);
    });

    test("in the sheet for employees", async ({ earshot, tab }) => {
      const sheet = await earshot.open("sheet.html", { width: 1000, height: 800 });
      await sheet.emulateMedia({ colorScheme: theme });
      await expect(sheet.getByRole("heading", { name: "Questions" })).toBeVisible();
      await expectAccessible(sheet);
      await tab.bringToFront();
    });

    test("in the options page", async ({ earshot, tab }) => {
      const options = await earshot.open("options.html", { width: 1000, height: 800 });
      await options.emulateMedia({ colorScheme: theme });
      await expect(options.getByRole("heading").first()).toBeVisible();
      await expectAccessible(options);
      await tab.bringToFront();
    });
  });
}

test("the button has a name, a role and a target of at least 24 pixels", async ({ tab, wiki }) => {
  await tab.goto(wiki.url);
  const box = await launcher(tab).boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(24);
  expect(box?.height).toBeGreaterThanOrEqual(24);
});

test("at 320 pixels (400 % zoom) nothing has to be scrolled sideways", async ({ earshot, tab, wiki }) => {
  for (const page of ["popup.html", "options.html", "sheet.html"]) {
    const opened = await earshot.open(page, { width: 320, height: 600 });
    await expect(opened.getByRole("heading").or(opened.getByRole("tab")).first()).toBeVisible();
    expect(await opened.evaluate(() => document.documentElement.scrollWidth), page).toBeLessThanOrEqual(320);
  }
  await tab.bringToFront();
  await tab.setViewportSize({ width: 320, height: 600 });
  await tab.goto(wiki.url);
  const panel = await openPanel(tab);
  const box = await panel.dialog.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
});
