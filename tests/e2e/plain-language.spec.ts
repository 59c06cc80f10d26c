import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { fileReport } from "@/tests/support/panel";
import { openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("an answer that is not plain gets hints, one press puts plain words in, and nothing is held back", async ({
  tab,
  earshot,
  site,
  words,
}) => {
  const text = words("The list is empty again");
  await tab.goto(site.url);
  await fileReport(tab, text);

  const popup = await openPopup(earshot);
  await showTab(popup, "Inbox");
  await openReport(popup, text);
  const box = popup.getByRole("textbox", { name: "Answer in plain words" });
  const notes = popup.getByRole("region", { name: "How it reads" });
  await expect(notes).toHaveCount(0);
  await box.fill("This was a user error, and the hotfix is out. Ask for the SLA.");
  await expect(notes).toContainText("user error");
  await expect(notes).toContainText("this can sound like blame");
  await expect(notes).toContainText("“SLA”: not everybody knows this short form");
  await expectAccessible(popup);
  await notes.getByRole("button", { name: "Use “quick repair”" }).click();
  await expect(box).toHaveValue("This was a user error, and the quick repair is out. Ask for the SLA.");

  await box.fill("We have put it right. You can use the list again.");
  await expect(notes).toContainText("Easy to understand. Reading ease:");
  await box.fill("The SLA is known.");
  await expect(notes).toContainText("Say what happens next");
  await popup.getByRole("button", { name: "Send answer" }).click();
  await expect(popup.getByText("The SLA is known.").first()).toBeVisible();
  await expect(notes).toHaveCount(0);
});

test("the organisation's own words are marked too", async ({ launch, setup, site, words }) => {
  const text = words("Nobody finds the order program");
  const jargon = [{ word: "PROMETHEUS", say: "the order program" }];
  const browser = await launch({ setup: { ...setup, answers: { jargon } } });
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  await fileReport(tab, text);

  const popup = await openPopup(browser);
  await showTab(popup, "Inbox");
  await openReport(popup, text);
  const box = popup.getByRole("textbox", { name: "Answer in plain words" });
  await box.fill("You can open prometheus from the start page.");
  await popup.getByRole("button", { name: "Use “the order program”" }).click();
  await expect(box).toHaveValue("You can open the order program from the start page.");
});

test("an answer goes out in the language that it is written in", async ({ earshot, collector }) => {
  const words = `Der Drucker im Flur druckt nichts ${oneWord()}`;
  await colleaguesFile(collector, [{ words, lang: "de" }]);
  const popup = await openPopup(earshot);
  await showTab(popup, "Inbox");
  await openReport(popup, words);
  const said = "Wir haben den Drucker heute Morgen ausgetauscht. Du kannst ab sofort wieder alles ausdrucken.";
  await popup.getByRole("textbox", { name: "Answer in plain words" }).fill(said);
  await popup.getByRole("button", { name: "Send answer" }).click();
  await expect(popup.locator('[lang="de"]', { hasText: said }).first()).toBeVisible();
});
