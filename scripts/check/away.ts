import { expect, type Page } from "@playwright/test";
import { openPanel, RECEIVED, SAVED } from "@/tests/support/panel";
import { openPopup, reportItem, showTab } from "@/tests/support/popup";
import type { Stage } from "./stage";

/** The collector is away when the report is filed, and comes back: the report arrives by itself. */
export async function collectorAway(stage: Stage): Promise<void> {
  const words = "Search forgets the filter every time I go back";
  const { steps } = stage;
  await steps.step("the collector is stopped", async () => {
    await stage.stopCollector();
    return null;
  });
  let tool: Page | null = null;
  await steps.step("employee: sends, the report is saved and not called sent", async () => {
    tool = await sendWhileAway(stage, words);
    return tool;
  });
  await steps.step("the collector is started", async () => {
    await stage.startCollector();
    return null;
  });
  await steps.step("reviewer: the report has arrived, once", async () => {
    const desk = await inboxWith(stage, words);
    await expectStoredOnce(stage, words);
    return desk;
  });
  await closePages(stage);
}

/** As before, and the browser dies before the collector is back. */
export async function browserKilled(stage: Stage): Promise<void> {
  const words = "The label printer asks for my badge twice";
  const { steps } = stage;
  await steps.step("the collector is stopped again", async () => {
    await stage.stopCollector();
    return null;
  });
  await steps.step("employee: sends, the report is saved", () => sendWhileAway(stage, words));
  await steps.step("the employee's browser is killed (SIGKILL)", async () => {
    await stage.killEmployee();
    return null;
  });
  await steps.step("collector and browser are started", async () => {
    await stage.startCollector();
    await stage.relaunchEmployee();
    return null;
  });
  await steps.step("employee: My reports still has it", async () => {
    const mine = await openPopup(stage.employee);
    await showTab(mine, "My reports");
    await expect(reportItem(mine, words)).toBeVisible({ timeout: 15_000 });
    return mine;
  });
  await steps.step("reviewer: the report has arrived, once, after the kill", async () => {
    const desk = await inboxWith(stage, words);
    await expectStoredOnce(stage, words);
    return desk;
  });
  await closePages(stage);
}

async function sendWhileAway(stage: Stage, words: string): Promise<Page> {
  const tool = await stage.employee.context.newPage();
  await tool.goto(`${stage.wiki.url}/#Printers`);
  const panel = await openPanel(tool);
  await panel.words.fill(words);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  await expect(panel.status.filter({ hasText: RECEIVED })).toHaveCount(0);
  return tool;
}

async function inboxWith(stage: Stage, words: string): Promise<Page> {
  const desk = await openPopup(stage.reviewer);
  await showTab(desk, "Inbox");
  await expect(reportItem(desk, words)).toBeVisible({ timeout: 60_000 });
  await expect(reportItem(desk, words)).toHaveCount(1);
  return desk;
}

/** Asks the collector itself: one document with these words, made by one event. */
async function expectStoredOnce(stage: Stage, words: string): Promise<void> {
  const { url, reviewerToken } = stage.collector;
  const answer = await fetch(`${url}/v1/changes?limit=500`, { headers: { authorization: `Bearer ${reviewerToken}` } });
  expect(answer.status).toBe(200);
  const { items } = (await answer.json()) as { items: { doc?: { words: string } }[] };
  expect(items.filter(({ doc }) => doc?.words === words)).toHaveLength(1);
}

async function closePages(stage: Stage): Promise<void> {
  for (const { context } of [stage.employee, stage.reviewer]) {
    const [, ...others] = context.pages();
    for (const page of others) await page.close();
  }
}
