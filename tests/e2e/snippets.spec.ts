import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile } from "@/tests/support/colleagues";
import { answer, openPopup, openReport, searchReports, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("an answer is kept once and put in by the keyboard, with what each report says; where it does not, it reads well", async ({
  launch,
  collector,
  words,
}) => {
  const [named, nameless] = [words("The stock list is empty"), words("The invoice list is empty")];
  await colleaguesFile(collector, [{ words: named, reporter: { name: "Jo Palmer" } }]);
  await colleaguesFile(collector, [{ words: nameless, context: null, reporter: { name: "Kim" } }]);
  const desk = await openPopup(await launch());
  await showTab(desk, "Inbox");
  await openReport(desk, named);
  const box = desk.getByRole("textbox", { name: "Answer in plain words" });
  const kept = desk.getByRole("button", { name: "Kept answers" });
  await box.fill("Hello Jo Palmer, load https://conformance.example/orders/ anew.");
  await kept.click();
  await desk.getByRole("menuitem", { name: "Keep this answer…" }).click();
  const dialog = desk.getByRole("dialog", { name: "Keep an answer" });
  const text = dialog.getByRole("textbox", { name: "The answer" });
  // What is one person's is left open, so that it fits the next one.
  await expect(text).toHaveValue("Hello [name], load [link] anew.");
  await text.press("End");
  await dialog.getByRole("button", { name: "Name of the site" }).click();
  await expect(text).toHaveValue("Hello [name], load [link] anew. [site]");
  await text.fill("Hello [name], it is mended. Load [link] anew. The list in [site] is whole again.");
  await expectAccessible(desk);
  await dialog.getByRole("textbox", { name: "What to call it" }).fill("Load it anew");
  await dialog.getByRole("button", { name: "Keep it", exact: true }).click();
  await expect(dialog).toHaveCount(0);

  // By the keyboard alone, into what is there already.
  // The dialog gives the focus back a moment after it has gone, and takes it from what is being filled.
  await expect(async () => {
    await box.fill("One word first.");
    await expect(box).toHaveValue("One word first.", { timeout: 1000 });
  }).toPass();
  await box.press("Tab");
  await expect(kept).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("menuitem", { name: "Load it anew" })).toBeVisible();
  await expectAccessible(desk);
  await desk.keyboard.type("load");
  await desk.keyboard.press("Enter");
  await expect(box).toHaveValue(
    "One word first. Hello Jo Palmer, it is mended. Load https://conformance.example/orders/ anew. The list in conformance.example is whole again.",
  );
  await expect(box).toBeFocused();

  // A report without a page: no tool, and nothing to load.
  await searchReports(desk, nameless);
  await openReport(desk, nameless);
  await kept.click();
  await desk.getByRole("menuitem", { name: "Load it anew" }).click();
  await expect(box).toHaveValue("Hello Kim, it is mended. The list is whole again.");
  await expect(desk.getByText("Left out, since this report does not say it: Load [link] anew.")).toBeVisible();

  // Changed, deleted, and back again.
  await kept.click();
  await desk.getByRole("menuitem", { name: "Change kept answers…" }).click();
  const list = desk.getByRole("list", { name: "Kept answers" });
  await desk.getByRole("button", { name: "Change “Load it anew”" }).click();
  await dialog.getByRole("textbox", { name: "What to call it" }).fill("Load the page");
  await dialog.getByRole("button", { name: "Keep it", exact: true }).click();
  await expect(list.getByRole("listitem")).toHaveText(/Load the page/);
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Delete “Load the page”" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(0);
  await expect(desk.getByRole("button", { name: "Undo" })).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await desk.reload();
  await showTab(desk, "Inbox");
  await openReport(desk, named);
  await kept.click();
  await expect(desk.getByRole("menuitem", { name: "Load the page" })).toBeVisible();
});

test("already possible asks for the steps, and offers them to everybody", async ({ launch, collector, words }) => {
  const text = words("I want to see only my orders");
  await colleaguesFile(collector, [{ words: text, kind: "missing" }]);
  const desk = await openPopup(await launch());
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  await desk.getByRole("radio", { name: "Already possible" }).click();
  await expect(desk.getByText("Say how it is done, one step a line.")).toBeVisible();
  await desk.getByRole("button", { name: "Send answer" }).click();
  await expect(desk.getByText("Write how it can already be done")).toBeVisible();
  await answer(desk, "Open the list.\nChoose “mine”.", null);
  await desk.getByRole("button", { name: "Publish these steps" }).click();
  const form = desk.getByRole("dialog", { name: "Publish as known" });
  await expect(form.getByRole("textbox", { name: "How it is done, step by step" })).toHaveValue(
    "Open the list.\nChoose “mine”.",
  );
  await form.getByRole("textbox", { name: "What annoys people, in one line" }).fill("Seeing one's own orders alone");
  await expect(form.getByText("How it is done:")).toBeVisible();
  await expectAccessible(desk);
  await form.getByRole("button", { name: "Publish for everybody" }).click();
  await expect(desk.getByRole("region", { name: "Published as known" })).toContainText(
    "How it is done: Open the list.",
  );
});
