import { expect, type Page } from "@playwright/test";
import { openPanel, type Panel, RECEIVED, SAVED } from "@/tests/support/panel";
import {
  answer,
  helpedGroup,
  openPopup,
  openReport,
  reportItem,
  sayThatItHelped,
  showTab,
} from "@/tests/support/popup";
import { REVIEWER_NAME } from "@/scripts/services/collector";
import type { Stage } from "./stage";

const WORDS = "The travel tool signs me out while I am still looking for my receipts";
const ANSWER = "We will make it stay open for an hour. It takes us until the end of the month.";
const DONE = "It now stays open for an hour, and keeps what you typed.";
const THANKS = "Thank you, I got my evening back.";

/** The whole main job: a person clicks, IT hears, the person gets an answer and says that it helped. */
export async function mainJob(stage: Stage): Promise<void> {
  const { steps, employee, reviewer, wiki } = stage;
  const tool = await employee.context.newPage();
  await steps.step("employee: opens a page of the tool", async () => {
    await tool.goto(`${wiki.url}/#Travel%20expenses`);
    await expect(tool.getByRole("button", { name: "This annoys me" })).toBeVisible();
    return tool;
  });
  let panel = null as Panel | null;
  await steps.step("employee: clicks the button, the panel opens", async () => {
    panel = await openPanel(tool);
    return tool;
  });
  const opened = panel ?? (await openPanel(tool));
  await steps.step("employee: types", async () => {
    await opened.words.pressSequentially(WORDS);
    await expect(opened.words).toHaveValue(WORDS);
    return tool;
  });
  await steps.step(`employee: sends, reads "Saved…", then "IT has it…"`, async () => {
    // Both texts may follow each other within a frame: seen as they come, by an observer set up before the click.
    const seen = statusTexts(opened);
    await opened.send.click();
    await expect(opened.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
    expect((await seen).join("\n")).toContain(SAVED);
    return tool;
  });
  await steps.step("employee: answers the two quick questions", async () => {
    await opened.radio("How often does it happen?", "Every day").click();
    await opened.radio("How much time does it cost you each time?", "About 15 minutes").click();
    return tool;
  });

  const desk = await openPopup(reviewer);
  await steps.step("reviewer: the Inbox shows it with page, words and hours a week", async () => {
    await showTab(desk, "Inbox");
    await openReport(desk, WORDS);
    await expect(desk.getByText(WORDS).last()).toBeVisible();
    await expect(desk.getByText("Nordwind handbook").last()).toBeVisible();
    // Every day, 15 minutes: 5 x 15 = 75 minutes a week.
    await expect(desk.getByText(/75 minutes a week/).last()).toBeVisible({ timeout: 15_000 });
    return desk;
  });
  await steps.step("reviewer: answers in plain words with Planned", async () => {
    await answer(desk, ANSWER, "Planned");
    await expect(desk.getByText(ANSWER).last()).toBeVisible();
    return desk;
  });

  const mine = await openPopup(employee);
  await steps.step("employee: sees the answer, the status and who answered", async () => {
    await openMine(mine, WORDS);
    await expect(mine.getByText(ANSWER).last()).toBeVisible({ timeout: 15_000 });
    await expect(mine.getByText("Planned").last()).toBeVisible();
    await expect(mine.getByText(REVIEWER_NAME).last()).toBeVisible();
    return mine;
  });
  await steps.step("reviewer: sets Done", async () => {
    await answer(desk, DONE, "Done");
    await expect(desk.getByText(DONE).last()).toBeVisible();
    return desk;
  });
  await steps.step(`employee: says "Yes" to "Did this help?" and thanks`, async () => {
    await mine.reload();
    await showTab(mine, "My reports");
    await expect(helpedGroup(mine, WORDS)).toBeVisible({ timeout: 15_000 });
    await sayThatItHelped(mine, WORDS, THANKS);
    return mine;
  });
  await steps.step("reviewer: Impact counts the hours given back, and shows the kind words", async () => {
    await desk.reload();
    await showTab(desk, "Impact");
    await expect(desk.getByRole("list", { name: "Kind words" })).toContainText(THANKS, { timeout: 15_000 });
    await expect(desk.getByRole("list", { name: "Hours given back" })).toContainText(WORDS);
    return desk;
  });
  for (const page of [tool, desk, mine]) await page.close();
}

/** My reports with that report in view; a single report may be shown in full at once. */
async function openMine(popup: Page, words: string): Promise<void> {
  await showTab(popup, "My reports");
  await expect(reportItem(popup, words)).toBeVisible({ timeout: 15_000 });
  await openReport(popup, words);
}

/**
 * Every text that a status in the panel shows from now on until it says that IT has it. (No named function inside:
 * what tsx adds to keep its name does not exist in the page.)
 */
function statusTexts(panel: Panel): Promise<string[]> {
  return panel.frame.locator("body").evaluate(
    (body, end) =>
      new Promise<string[]>((resolve) => {
        const texts: string[] = [];
        new MutationObserver(() => {
          for (const status of body.querySelectorAll("output, [role=status]")) texts.push(status.textContent ?? "");
          if (texts.some((text) => text.includes(end))) resolve(texts);
        }).observe(body, { childList: true, characterData: true, subtree: true });
      }),
    RECEIVED,
  );
}
