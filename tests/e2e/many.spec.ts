import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { openPopup, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("many at once: chosen by mouse and keyboard, answered, labelled, assigned, and undone", async ({
  launch,
  collector,
}) => {
  const mark = oneWord();
  await colleaguesFile(
    collector,
    ["one", "two", "three"].map((name) => ({ words: `The ${name} is late ${mark}` })),
  );
  const desk = await openPopup(await launch());
  await showTab(desk, "Inbox");
  await desk.getByRole("searchbox", { name: "Search reports" }).fill(mark);
  const rows = desk.getByRole("list", { name: "Reports" }).getByRole("listitem");
  await expect(rows).toHaveCount(3, { timeout: 15_000 });
  const row = (name: string) => rows.filter({ hasText: `The ${name} is late` });
  const bar = desk.getByRole("region", { name: "What is chosen" });

  await row("one").hover();
  const placeOfTwo = await row("two").boundingBox();
  await row("one").getByRole("checkbox").check();
  await expect(bar).toContainText("One chosen");
  // The next one is still where the pointer goes.
  expect(await row("two").boundingBox()).toEqual(placeOfTwo);
  await row("two").getByRole("button").focus();
  await desk.keyboard.press("x");
  await expect(bar).toContainText("2 chosen");
  await desk.keyboard.press("x");
  await expect(bar).toContainText("One chosen");
  await bar.getByRole("button", { name: "Choose all" }).click();
  await expect(bar).toContainText("3 chosen");
  await expectAccessible(desk);

  // Nothing has left within the ten seconds: it was never said.
  await bar.getByRole("button", { name: "Assign all" }).click();
  await desk.getByRole("menuitem", { name: /^To me/ }).click();
  await expect(desk.getByText(/ looks after 3 more reports\.$/)).toBeVisible();
  await desk.getByRole("combobox", { name: "Show" }).selectOption({ label: "Assigned to me" });
  await expect(rows).toHaveCount(3);
  await expect(bar).toHaveCount(0);
  await desk.getByRole("button", { name: "Undo" }).click();
  await expect(desk.getByText("No report fits")).toBeVisible();
  await desk.getByRole("combobox", { name: "Show" }).selectOption({ label: "All reports" });

  await row("one").getByRole("checkbox").check();
  await row("two").getByRole("checkbox").check();
  await bar.getByRole("button", { name: "Label all" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "The label" }).fill("late");
  await expectAccessible(desk);
  await dialog.getByRole("button", { name: "Add a label" }).click();
  await expect(desk.getByText("2 reports are labelled “late”.")).toBeVisible();

  await row("one").getByRole("checkbox").check();
  await row("three").getByRole("checkbox").check();
  await bar.getByRole("button", { name: "Answer all" }).click();
  await dialog.getByRole("radio", { name: "Declined" }).click();
  await dialog.getByRole("button", { name: "Send to all" }).click();
  await expect(dialog.getByText("Write why, so that the person does not have to guess.")).toBeVisible();
  await expectAccessible(desk);
  await dialog
    .getByRole("textbox", { name: "Answer in plain words" })
    .fill("The supplier is late. Look again on Monday.");
  await dialog.getByRole("button", { name: "Send to all" }).click();
  await expect(desk.getByText("2 reports are answered.")).toBeVisible();
  await expect(row("one")).toContainText("Declined");
  await expect(row("three")).toContainText("Declined");
  await expect(row("two")).toContainText("New");

  await row("one").getByRole("checkbox").check();
  await row("three").getByRole("checkbox").check();
  await bar.getByRole("button", { name: "They are the same" }).click();
  await expect(desk.getByText("2 reports are one now.")).toBeVisible();
  await expect(rows).toHaveCount(2);
  await desk.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(3);
});
