import { expect as baseExpect } from "@playwright/test";
import { launcher, openPanel, panelIn, RECEIVED } from "@/tests/support/panel";
import { readTable } from "@/tests/support/database";
import { expect, test } from "./fixtures";

test("a draft survives a reload of the page", async ({ tab, swagger, earshot, words }) => {
  const text = words("Half a thought");
  await tab.goto(swagger.url);
  const panel = await openPanel(tab);
  await panel.words.pressSequentially(text);
  await untilKept(() => readTable(earshot, "drafts"), text);
  await tab.reload();
  await openPanel(tab);
  await baseExpect(panel.words).toHaveValue(text);
  await panel.words.fill("");
});

test("who types without a pause is kept all the same", async ({ tab, swagger, earshot, words }) => {
  const text = words("On and on");
  await tab.goto(swagger.url);
  const panel = await openPanel(tab);
  let isTyping = true;
  // Some three hundred keys behind those that are looked for, each sooner than anybody's pause.
  const typing = panel.words.pressSequentially(`${text}${" and on".repeat(40)}`, { delay: 40 }).finally(() => {
    isTyping = false;
  });
  await untilKept(() => readTable(earshot, "drafts"), text);
  expect(isTyping).toBe(true);
  await typing;
  await panel.words.fill("");
});

test("two tabs of one tool keep two drafts, and sending one leaves the other", async ({
  tab,
  swagger,
  earshot,
  words,
}) => {
  const [left, right] = [words("Said in the left tab"), words("Said in the right tab")];
  const other = await tab.context().newPage();
  await tab.goto(swagger.url);
  await other.goto(swagger.url);
  await tab.bringToFront();
  const panel = await openPanel(tab);
  await panel.words.fill(left);
  await untilKept(() => readTable(earshot, "drafts"), left);
  await other.bringToFront();
  const second = await openPanel(other);
  await expect(second.words).toHaveValue("");
  await second.words.fill(right);
  await untilKept(() => readTable(earshot, "drafts"), right);
  await second.send.click();
  await expect(second.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  await tab.bringToFront();
  await tab.reload();
  await openPanel(tab);
  await expect(panel.words).toHaveValue(left);
  await panel.words.fill("");
});

test("a draft survives the page throwing our element away", async ({ tab, wiki, earshot, words }) => {
  const text = words("The page is tidying up");
  await tab.goto(wiki.url);
  const panel = await openPanel(tab);
  await panel.words.pressSequentially(text);
  await untilKept(() => readTable(earshot, "drafts"), text);
  await tab.evaluate(() => {
    for (const element of document.querySelectorAll("*")) if (element.shadowRoot) element.remove();
  });
  await expect(panelIn(tab).dialog).toBeHidden();
  // The launcher comes back by itself, or at the latest with the next page.
  if ((await launcher(tab).count()) === 0) await tab.reload();
  await openPanel(tab);
  await expect(panel.words).toHaveValue(text);
  await panel.words.fill("");
});

test("a draft survives the browser being killed", async ({ launch, wiki, words }) => {
  const text = words("In the middle of a sen");
  const browser = await launch();
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  const panel = await openPanel(tab);
  await panel.words.pressSequentially(text);
  await untilKept(() => readTable(browser, "drafts"), text);
  await browser.kill();
  const again = await launch({ profile: browser.profile, setup: null });
  const page = await again.context.newPage();
  await page.goto(wiki.url);
  const kept = await openPanel(page);
  await expect(kept.words).toHaveValue(text);
});

/** The panel hands the draft over while typing; a test must not be quicker than that. */
async function untilKept(read: () => Promise<unknown[]>, text: string): Promise<void> {
  await expect.poll(async () => JSON.stringify(await read())).toContain(text);
}
