import type { Locator, Page } from "@playwright/test";
import type { OutboxRow } from "@/lib/database/rows";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { readTable } from "@/tests/support/database";
import type { ExtensionGlobal } from "@/tests/support/extension-page";
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

/** As a hand does it, and then as fast as no hand can: both presses in one turn, before anything is drawn. */
const DOUBLE = [
  { how: "a double click", press: (button: Locator) => button.dblclick() },
  {
    how: "two presses in one turn",
    press: (button: Locator) =>
      button.evaluate((element: HTMLElement) => {
        element.click();
        element.click();
      }),
  },
] as const;

for (const { how, press } of DOUBLE) {
  test(`${how} on Send answer or on Write back says it once`, async ({ tab, earshot, wiki, words }) => {
    const text = words("The list starts again at the top");
    await report(tab, wiki.url, text);
    const popup = await openPopup(earshot);

    await showTab(popup, "Inbox");
    await openReport(popup, text);
    await popup.getByRole("textbox", { name: "Answer in plain words" }).fill(`We look at it (${text})`);
    await press(popup.getByRole("button", { name: "Send answer" }));
    await expect(popup.getByText("Saved. It goes out by itself.")).toBeVisible();
    // The second press is no attempt to send nothing, either.
    await expect(popup.getByText("Write an answer or choose a status first.")).toHaveCount(0);

    await showTab(popup, "My reports");
    await openReport(popup, text);
    await popup.getByRole("textbox", { name: "Write back" }).fill(`Thank you for looking (${text})`);
    await press(popup.getByRole("button", { name: "Send", exact: true }));
    await expect(popup.getByRole("textbox", { name: "Write back" })).toHaveValue("");

    await expect.poll(() => commentsWith(earshot, text)).toEqual({ waiting: 0, answers: 1, back: 1 });
  });
}

test("an answer to Did this help? that could not be kept says so, and its words stay", async ({
  tab,
  earshot,
  wiki,
  words,
}) => {
  const text = words("The printer asks twice");
  await report(tab, wiki.url, text);
  const popup = await openPopup(earshot);
  await showTab(popup, "Inbox");
  await openReport(popup, text);
  await answer(popup, "It asks once now.", "Done");
  await showTab(popup, "My reports");
  const group = helpedGroup(popup, text);
  await expect(group).toBeVisible({ timeout: 15_000 });
  await group.getByRole("textbox").fill("Such a relief");
  await refuse(popup, "mine.helped");
  await group.getByRole("button", { name: "Yes" }).click();
  await expect(popup.getByRole("alert")).toContainText("Nothing is lost; please try again.");
  await expect(group.getByRole("textbox")).toHaveValue("Such a relief");

  // With a background that can save it, the same press does what it says.
  await popup.reload();
  await showTab(popup, "My reports");
  await expect(group.getByRole("textbox")).toHaveValue("Such a relief");
  await group.getByRole("button", { name: "Yes" }).click();
  await expect(group.getByRole("status")).toHaveText(/saved/);
});

test("a chosen status and words that are being typed outlive the popup", async ({ tab, earshot, wiki, words }) => {
  const text = words("The search forgets my filter");
  await report(tab, wiki.url, text);
  const popup = await openPopup(earshot);
  await showTab(popup, "Inbox");
  await openReport(popup, text);
  await popup.getByRole("textbox", { name: "Answer in plain words" }).fill("In the next");
  await popup.getByRole("radio", { name: "Planned", exact: true }).click();
  await popup.close();

  const again = await openPopup(earshot);
  await showTab(again, "Inbox");
  await openReport(again, text);
  await expect(again.getByRole("textbox", { name: "Answer in plain words" })).toHaveValue("In the next");
  await expect(again.getByRole("radio", { name: "Planned", exact: true })).toBeChecked();
});

async function report(tab: Page, url: string, text: string): Promise<void> {
  await tab.goto(url);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
}

async function seeAnswer(mine: Page, text: string, said: string): Promise<void> {
  await mine.reload();
  await showTab(mine, "My reports");
  await expect(reportItem(mine, text)).toBeVisible();
  await openReport(mine, text);
  await expect(mine.getByText(said).last()).toBeVisible({ timeout: 15_000 });
}

/** What IT and the person have written on the report with these words, and how much of that is still under way. */
async function commentsWith(earshot: EarshotBrowser, text: string) {
  const mine = await readTable<{ id: string; words: string }>(earshot, "mine");
  const id = mine.find((row) => row.words === text)?.id;
  const rows = (await readTable<OutboxRow>(earshot, "outbox")).filter((row) => row.subject === id);
  const comments = rows.filter(({ type }) => type.includes("comment"));
  return {
    waiting: rows.filter(({ state }) => state !== "received").length,
    answers: comments.filter(({ route }) => route === "session").length,
    back: comments.filter(({ route }) => route !== "session").length,
  };
}

/** From now on the background "cannot save" what this message asks of it. */
async function refuse(popup: Page, message: string): Promise<void> {
  await popup.evaluate((refused) => {
    const { runtime } = (globalThis as unknown as ExtensionGlobal).chrome;
    const real = runtime.sendMessage.bind(runtime);
    const stub = async (raw: { message: string }) =>
      raw.message === refused ? { ok: true, output: { ok: false, reason: "storage" } } : real(raw);
    Object.defineProperty(runtime, "sendMessage", { value: stub });
  }, message);
}
