import type { FrameLocator, Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { expectAccessible, expectPanelAccessible } from "@/tests/support/axe";
import { readTableIn } from "@/tests/support/database";
import { ask } from "@/tests/support/extension-page";
import { daysGoBy, fetchKnown } from "@/tests/support/fast-clock";
import { closeByEscape, openPanel, RECEIVED } from "@/tests/support/panel";
import { answer, openPopup, openReport, reportItem, searchReports, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

const COSTS = "How much time does it cost you now, each time?";
const ANSWER = "Say thanks, or what is still wrong";

/** The question as it is asked of this report, in My reports or in the form. */
function group(where: Page | FrameLocator, question: "Did this help?" | "Still good?", title: string) {
  return where.getByRole("group", { name: question }).filter({ hasText: title });
}

async function tellIt(page: Page, words: string, anonymous: boolean): Promise<void> {
  const panel = await openPanel(page);
  await panel.words.fill(words);
  await panel.radio("What kind of annoyance is it?", "Slow").click();
  if (anonymous) await panel.checkbox("Send without my name").check();
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 20_000 });
  await panel.radio("How often does it happen?", "Every day").click();
  await panel.radio("How much time does it cost you each time?", "About 15 minutes").click();
}

async function idOf(desk: Page, words: string): Promise<string> {
  const rows = await readTableIn<{ id: string; doc: { words: string } }>(desk, "reports");
  return rows.find(({ doc }) => doc.words === words)?.id ?? "";
}

/** My reports, asked for anew until it shows what is meant. */
async function mine(browser: EarshotBrowser): Promise<Page> {
  const popup = await openPopup(browser);
  await expect(popup.getByRole("tab", { name: "My reports" })).toBeVisible();
  return popup;
}

for (const anonymous of [false, true]) {
  test(`the whole life of a report ${anonymous ? "without a name" : "with a name"}, with a colleague who has it too`, async ({
    tab: _tab,
    earshot,
    launch,
    setup,
    site,
    words,
  }) => {
    test.setTimeout(240_000);
    const { reviewerToken: _none, ...plain } = setup;
    const ann = await launch({ setup: { ...plain, name: "Ann Example" } });
    const ben = await launch({ setup: { ...plain, name: "Ben Example" } });
    const slow = words("The order list takes ages");
    const title = words("The order list is slow");
    const annsPage = await ann.context.newPage();
    await annsPage.goto(site.url);
    await tellIt(annsPage, slow, anonymous);
    await closeByEscape(annsPage);

    // IT publishes it, and a colleague who has it too says so.
    const desk = await openPopup(earshot);
    await showTab(desk, "Inbox");
    await searchReports(desk, slow);
    await expect(reportItem(desk, slow)).toBeVisible({ timeout: 30_000 });
    await ask(desk, "review.publish", { reportId: await idOf(desk, slow), title, lang: "en", place: "page" });
    const bens = await mine(ben);
    const bensPage = await ben.context.newPage();
    await bensPage.goto(site.url);
    const known = () => readTableIn<{ items: { title: string; status: string }[] }>(bens, "buckets");
    const statusForBen = async () => {
      await fetchKnown(bens);
      return (await known()).flatMap(({ items }) => items).find((item) => item.title === title)?.status;
    };
    await expect.poll(statusForBen, { timeout: 40_000 }).toBe("new");
    const bensPanel = await openPanel(bensPage);
    const entry = bensPanel.frame.getByRole("listitem").filter({ hasText: title });
    await entry.getByRole("button", { name: "Me too" }).click();
    await expect(entry).toContainText("You have this too.");
    await closeByEscape(bensPage);
    await expect(reportItem(desk, slow)).toContainText("2 people", { timeout: 30_000 });

    // IT asks, and is answered where it asks.
    await openReport(desk, slow);
    await answer(desk, "Which month do you look at?", "Asked");
    const anns = await mine(ann);
    const asked = anns.getByRole("region", { name: "IT asks you" });
    await expect(asked).toContainText("Which month do you look at?", { timeout: 40_000 });
    await expectAccessible(anns);
    await asked.getByRole("textbox", { name: "Write back" }).fill("All of them at once");
    await asked.getByRole("button", { name: "Send" }).click();
    await expect(asked).toContainText("Saved. It goes to IT by itself.");
    await expect(desk.getByText("All of them at once")).toBeVisible({ timeout: 40_000 });
    await expect(reportItem(desk, slow)).toContainText("Wrote back");

    // It is put right: whoever had it says whether that helped.
    await answer(desk, "It opens at once now.", "Done");
    const annsAsk = group(anns, "Did this help?", slow);
    await expect(annsAsk).toContainText("It opens at once now.", { timeout: 40_000 });
    await annsAsk.getByRole("button", { name: "Yes" }).click();
    // Whoever says yes may say what is left of it, and does not have to.
    await expect(annsAsk.getByRole("combobox", { name: COSTS })).toHaveValue("");
    await annsAsk.getByRole("textbox", { name: ANSWER }).fill("Such a relief");
    await annsAsk.getByRole("button", { name: "Send" }).click();
    await expect(annsAsk.getByRole("status")).toHaveText(/saved/);
    const did = anns.getByRole("list", { name: "What IT did for you" });
    await expect(did.getByRole("listitem")).toContainText("about 75 minutes a week back");
    await expectAccessible(anns);

    await expect.poll(statusForBen, { timeout: 40_000 }).toBe("done");
    const bensAsk = group(bens, "Did this help?", title);
    await expect(bensAsk).toBeVisible();
    await expectAccessible(bens);
    await bensAsk.getByRole("button", { name: "Partly" }).click();
    await bensAsk.getByRole("combobox", { name: COSTS }).selectOption("About a minute");
    await bensAsk.getByRole("textbox", { name: ANSWER }).fill("Not in January");
    await bensAsk.getByRole("button", { name: "Send" }).click();
    await expect(bensAsk.getByRole("status")).toHaveText(/saved/);
    // What it cost before was never said.
    await expect(bens.getByRole("list", { name: "What IT did for you" })).toContainText("Time not said");

    // IT reads the thanks, and looks again because of the other.
    await expect(desk.getByText("Such a relief")).toBeVisible({ timeout: 40_000 });
    await expect(desk.getByText("Not in January")).toBeVisible({ timeout: 40_000 });
    await expect(desk.getByText("2 people have said whether it helped.")).toBeVisible();
    await expect(reportItem(desk, slow)).toContainText("Still in the way");
    await answer(desk, "We look at January.", null);
    await expect(reportItem(desk, slow)).not.toContainText("Still in the way");

    // Four weeks later, on the same page: once.
    await daysGoBy(anns, 29);
    await annsPage.bringToFront();
    const panel = await openPanel(annsPage);
    const later = group(panel.frame, "Still good?", slow);
    await expect(later).toBeVisible();
    await panel.still();
    await expectPanelAccessible(annsPage);
    await closeByEscape(annsPage);
    const again = await openPanel(annsPage);
    await again.still();
    await expect(again.frame.getByRole("group", { name: "Still good?" })).toHaveCount(0);
    await closeByEscape(annsPage);
    await anns.reload();
    const still = group(anns, "Still good?", slow);
    await still.getByRole("button", { name: "No" }).click();
    await expect(still.getByRole("status")).toHaveText(/not over/);
    await still.getByRole("combobox", { name: COSTS }).selectOption("An hour or more");
    await still.getByRole("button", { name: "Send" }).click();
    await expect(still.getByRole("status")).toHaveText(/saved/);
    await expect(did).toHaveCount(0);
    await expect(reportItem(desk, slow)).toContainText("Still in the way", { timeout: 40_000 });
    await expect(desk.getByText("asked after four weeks")).toBeVisible();
    // Other tests look at what is known on this page, where only what most people have is shown first.
    await ask(desk, "review.publish", { reportId: await idOf(desk, slow), title: null, lang: "en" });
  });
}
