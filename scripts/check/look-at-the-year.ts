import { expect, type Locator } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { expectAccessible } from "@/tests/support/axe";
import { fileReport, openPanel } from "@/tests/support/panel";
import { openPopup, reportItem, searchReports } from "@/tests/support/popup";
import type { Steps } from "./step";

const OWN_WORDS = "The handbook still shows the old phone number of the depot";
const MARK = "Sample data";
/** The first reading of a year takes a moment. */
const PATIENCE = { timeout: 60_000 };

interface Look {
  steps: Steps;
  browser: EarshotBrowser;
  toolUrl: string;
}

/** Looks at the screens of the sample as somebody who works there and as IT, and takes a picture of each by day and by night. */
export async function lookAtTheYear({ steps, browser, toolUrl }: Look): Promise<void> {
  const tool = await browser.context.newPage();
  await steps.step("somebody who works there: reports something, and joins a known annoyance", async () => {
    await tool.goto(toolUrl);
    await fileReport(tool, OWN_WORDS);
    await tool.reload();
    const panel = await openPanel(tool);
    await expect(panel.frame.getByText(MARK)).toBeVisible();
    const known = panel.frame.getByRole("list", { name: "Already known here" });
    await expect(known.getByRole("listitem").first()).toBeVisible(PATIENCE);
    await known.getByRole("button", { name: "Me too" }).first().click();
    await expect(known.getByText("You have this too").first()).toBeVisible();
    return tool;
  });

  const popup = await openPopup(browser);
  await popup.setViewportSize({ width: 1280, height: 900 });
  await steps.step("every part of it says that it is made up", async () => {
    for (const tab of await popup.getByRole("tab").all()) {
      await tab.click();
      await expect(popup.getByText(MARK)).toBeVisible(PATIENCE);
    }
    return null;
  });

  await look("My reports", async () => {
    await expect(reportItem(popup, OWN_WORDS)).toBeVisible(PATIENCE);
    await expect
      .poll(() => popup.getByRole("list", { name: "Reports" }).getByRole("listitem").count(), PATIENCE)
      .toBeGreaterThan(6);
    await expect(popup.getByText("Robin from IT").or(popup.getByText("Mara from IT")).first()).toBeVisible(PATIENCE);
  });
  await look("Inbox", async () => {
    const reports = popup.getByRole("list", { name: "Reports" });
    await expect.poll(() => reports.getByRole("listitem").count(), PATIENCE).toBeGreaterThan(5);
    await expect(popup.getByRole("combobox", { name: "Sort by" })).toBeVisible();
    await searchReports(popup, "pallets");
    // People write it in many ways, and not always without a slip: what all of them have is where it happens.
    await expect(reports.getByRole("listitem").first()).toContainText("Warehouse", PATIENCE);
    await searchReports(popup, "");
    await expect.poll(() => reports.getByRole("listitem").count()).toBeGreaterThan(5);
    await reports.getByRole("listitem").first().getByRole("button").first().click();
    await expect(popup.getByRole("textbox", { name: "Answer in plain words" })).toBeVisible(PATIENCE);
  });
  await look("Impact", async () => {
    await someIn(popup.getByRole("list", { name: "Hours given back" }));
    await someIn(popup.getByRole("list", { name: "Kind words" }));
  });
  await look("What changed", async () => {
    const months = popup.getByRole("article");
    await expect.poll(() => months.count(), PATIENCE).toBeGreaterThan(6);
    await expect(months.getByRole("list", { name: "What IT did", exact: true }).first()).toContainText(
      "say that it helped",
    );
    await expect(months.getByRole("list", { name: "What IT said no to, and why" }).first()).toBeVisible();
    await expect(popup.getByRole("region", { name: "How well people are heard" })).toContainText("Answered");
  });

  /** One part of the popup, with what must be in it: by day, then by night. */
  async function look(name: string, check: () => Promise<void>): Promise<void> {
    await steps.step(`${name}, by day`, async () => {
      await popup.getByRole("tab", { name, exact: true }).click();
      await check();
      await expectAccessible(popup);
      return popup;
    });
    await steps.step(`${name}, by night`, async () => {
      await popup.emulateMedia({ colorScheme: "dark" });
      await expectAccessible(popup);
      return popup;
    });
    await popup.emulateMedia({ colorScheme: "light" });
  }
}

async function someIn(list: Locator): Promise<void> {
  await expect.poll(() => list.getByRole("listitem").count(), PATIENCE).toBeGreaterThan(2);
}
