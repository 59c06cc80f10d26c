import type { Page } from "@playwright/test";
import { openPanel, type Panel, panelIn } from "@/tests/support/panel";
import { expect, test } from "./fixtures";

/** What a person can be in the middle of. */
const OPEN = {
  "the picker": async (panel: Panel, tab: Page) => {
    await panel.frame.getByRole("button", { name: "Point at it" }).click();
    await expect(tab.locator("earshot-picker")).toHaveCount(1);
  },
  "the picture editor": async (panel: Panel) => {
    await panel.checkbox("Add a picture of the page").check();
    await panel.frame.getByRole("button", { name: "Edit the picture" }).click();
    await expect(panel.frame.getByRole("dialog", { name: "Edit the picture" })).toBeVisible();
  },
};

/** What the page does meanwhile; the tab that is in front afterwards. */
const LEAVES = {
  "goes on to another view": async (tab: Page) => {
    await tab.evaluate(() => {
      history.pushState(null, "", "/orders/4711");
      document.body.innerHTML = "<h1>Another view</h1>";
    });
    return tab;
  },
  "throws away what is not its own": async (tab: Page) => {
    await tab.evaluate(() => {
      for (const one of document.querySelectorAll("html > *")) if (!/^(head|body)$/i.test(one.localName)) one.remove();
    });
    // The button comes back with the next press.
    await tab.locator("h1").click();
    return tab;
  },
  "is written anew": async (tab: Page) => {
    await tab.evaluate(() => {
      document.open();
      document.write("<!doctype html><title>Second</title><h1>Written anew</h1>");
      document.close();
    });
    return tab;
  },
  "is left for another": async (tab: Page, url: string) => {
    await tab.goto(`${url}/orders/4711`);
    return tab;
  },
  "is closed": async (tab: Page, url: string) => {
    const next = await tab.context().newPage();
    await tab.close();
    await next.goto(url);
    return next;
  },
};

for (const [what, open] of Object.entries(OPEN)) {
  for (const [how, leave] of Object.entries(LEAVES)) {
    test(`the words stay where the page ${how} while ${what} is open`, async ({ tab, site, words }) => {
      const text = words("In the middle of");
      await tab.goto(site.url);
      const panel = await openPanel(tab);
      await panel.words.fill(text);
      await open(panel, tab);
      const now = await leave(tab, site.url);
      await expect(now.locator("earshot-picker")).toHaveCount(0);
      const form = panelIn(now);
      // The panel either is still there, or begins anew with the button.
      if (!(await form.dialog.isVisible())) await openPanel(now);
      await expect(form.words).toHaveValue(text);
      const leaveEditor = form.frame.getByRole("dialog", { name: "Edit the picture" });
      if (await leaveEditor.isVisible()) await now.keyboard.press("Escape");
      await form.words.fill("");
    });
  }
}
