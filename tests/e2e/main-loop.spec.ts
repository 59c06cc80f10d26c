import type { Page } from "@playwright/test";
import { openPanel, RECEIVED, SAVED } from "@/tests/support/panel";
import {
  answer,
  helpedGroup,
  openPopup,
  openReport,
  reportItem,
  sayThatItHelped,
  showTab,
} from "@/tests/support/popup";
import { expect, test } from "./fixtures";

const TOOLS = [
  { tool: "TiddlyWiki", page: "/#Travel%20expenses", ready: "Handing in a trip", site: "Nordwind handbook" },
  { tool: "Swagger UI", page: "/", ready: "Open pick lists", site: "Warehouse API" },
] as const;

for (const { tool, page, ready, site } of TOOLS) {
  test(`a report from ${tool} reaches IT, is answered, and helped`, async ({ tab, earshot, wiki, swagger, words }) => {
    const text = words("It asks me for the cost centre on every single line");
    const origin = tool === "TiddlyWiki" ? wiki.url : swagger.url;
    await tab.goto(origin + page);
    await expect(tab.getByText(ready)).toBeVisible();

    const panel = await openPanel(tab);
    await panel.words.fill(text);
    const seen = panel.status.filter({ hasText: new RegExp(`${SAVED}|${RECEIVED}`) });
    await panel.send.click();
    await expect(seen).toBeVisible();
    await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
    await panel.radio("How often does it happen?", "Every day").click();
    await panel.radio("How much time does it cost you each time?", "About 5 minutes").click();

    const desk = await openPopup(earshot);
    await showTab(desk, "Inbox");
    await openReport(desk, text);
    await expect(desk.getByText(site).last()).toBeVisible();
    await answer(desk, "We fill it in for you from your badge, starting next week.", "Planned");

    const mine = await openPopup(earshot);
    await seeAnswer(mine, text, "We fill it in for you from your badge, starting next week.");
    await desk.bringToFront();
    await answer(desk, "The cost centre is now filled in.", "Done");
    await mine.bringToFront();
    await seeAnswer(mine, text, "The cost centre is now filled in.");
    await mine.reload();
    await showTab(mine, "My reports");
    await expect(helpedGroup(mine, text)).toBeVisible({ timeout: 15_000 });
    await sayThatItHelped(mine, text, `Thank you (${text})`);
    await showTab(mine, "Impact");
    await expect(mine.getByRole("list", { name: "Kind words" })).toContainText(`Thank you (${text})`, {
      timeout: 15_000,
    });
    await expect(mine.getByRole("list", { name: "Hours given back" })).toContainText(text);
  });
}

async function seeAnswer(mine: Page, text: string, said: string): Promise<void> {
  await mine.reload();
  await showTab(mine, "My reports");
  await expect(reportItem(mine, text)).toBeVisible();
  await openReport(mine, text);
  await expect(mine.getByText(said).last()).toBeVisible({ timeout: 15_000 });
}
