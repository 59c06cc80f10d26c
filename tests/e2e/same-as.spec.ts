import { expectAccessible } from "@/tests/support/axe";
import { fileReport } from "@/tests/support/panel";
import { answer, openPopup, openReport, reportItem, searchReports, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("two people say the same: IT joins them with one press, can undo it, and both get the answer", async ({
  tab,
  earshot,
  site,
  words,
}) => {
  // Ten seconds for changing one's mind, and then the way to the collector and back.
  test.setTimeout(120_000);
  const first = words("The search forgets my filter when I go back");
  const second = words("After going back the search has forgotten the filter");
  await tab.goto(site.url);
  await fileReport(tab, first);
  await fileReport(tab, second);

  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await openReport(desk, second);
  const likely = desk.getByRole("region", { name: "Likely the same" });
  await expect(likely.getByRole("listitem").filter({ hasText: first })).toContainText("similar words", {
    timeout: 15_000,
  });
  await expect(likely.getByRole("listitem").filter({ hasText: first })).toContainText("same page");
  await expectAccessible(desk);

  await likely.getByRole("button", { name: `It is the same: ${first}` }).click();
  const undo = desk.getByRole("button", { name: "Undo" });
  await expect(undo).toBeFocused();
  await searchReports(desk, "search filter");
  await expect(reportItem(desk, second)).toHaveCount(0);
  await expect(reportItem(desk, first)).toContainText("2 people");
  await expectAccessible(desk);
  await undo.click();
  await expect(undo).toBeHidden();
  await expect(reportItem(desk, second)).toBeVisible();
  await expect(reportItem(desk, first)).toContainText("1 person");

  // The measure may be wrong or silent: any report can be searched for.
  await openReport(desk, second);
  await desk.getByRole("button", { name: "Same as another report" }).click();
  const search = desk.getByRole("textbox", { name: "Words of the other report" });
  await expect(search).toBeFocused();
  await search.fill("no such words anywhere");
  await expect(desk.getByText("No other report has all these words.")).toBeVisible();
  await search.fill(first.toUpperCase());
  await desk
    .getByRole("button", { name: `It is the same: ${first}` })
    .last()
    .click();
  await searchReports(desk, "search filter");
  await expect(reportItem(desk, first)).toContainText("2 people");
  await expect(reportItem(desk, second)).toHaveCount(0);

  await openReport(desk, first);
  const joined = desk.getByRole("region", { name: "One report is the same as this" });
  await expect(joined).toContainText(second);
  await answer(desk, "It remembers the filter now.", "Done");

  const mine = await openPopup(earshot);
  for (const text of [first, second]) {
    await expect(async () => {
      await mine.reload();
      await showTab(mine, "My reports");
      await expect(reportItem(mine, text)).toContainText("It remembers the filter now.", { timeout: 2000 });
    }).toPass({ timeout: 60_000 });
  }

  await desk.bringToFront();
  await searchReports(desk, "search filter");
  await joined.getByRole("button", { name: `Not the same: ${second}` }).click();
  await expect(reportItem(desk, second)).toBeVisible();
  await expect(joined).toBeHidden();
});
