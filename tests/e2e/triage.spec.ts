import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile } from "@/tests/support/colleagues";
import { openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("who looks after a report, its labels and tickets, and a note: colleagues see them, the reporter does not", async ({
  earshot,
  launch,
  collector,
  words,
}) => {
  const text = words("The stock list is a day late");
  await colleaguesFile(collector, [{ words: text }]);
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  const triage = desk.getByRole("region", { name: "Who looks after it" });
  await expect(triage).toContainText("Nobody looks after it yet");
  await triage.getByRole("button", { name: "Assign" }).click();
  await desk.getByRole("menuitem", { name: /^To me/ }).click();
  await expect(triage).not.toContainText("Nobody looks after it yet");

  const label = triage.getByRole("textbox", { name: "Add a label" });
  for (const one of ["stock", "wish"]) {
    await label.fill(one);
    await label.press("Enter");
    await expect(triage.getByRole("list", { name: "Labels" })).toContainText(one);
  }
  await triage.getByRole("button", { name: "Remove the label “wish”" }).click();
  await expect(triage.getByRole("list", { name: "Labels" }).getByRole("listitem")).toHaveCount(1);
  const link = triage.getByRole("textbox", { name: "Paste a ticket's address" });
  await link.fill("OPS-42");
  await link.press("Enter");
  await expect(triage.getByText("That is no web address.")).toBeVisible();
  await expectAccessible(desk);
  await link.fill("https://tracker.example/browse/OPS-42");
  await link.press("Enter");
  await expect(triage.getByRole("link", { name: "tracker.example OPS-42" })).toHaveAttribute("rel", /noopener/);

  await desk.getByRole("checkbox", { name: "Only for IT, as a note" }).check();
  await desk.getByRole("textbox", { name: "Answer in plain words" }).fill("The vendor knows");
  await desk.getByRole("button", { name: "Keep the note" }).click();
  const talk = desk.getByRole("region", { name: "The conversation" });
  await expect(talk).toContainText("Only for IT");
  await expect(talk).toContainText("The vendor knows");

  // A colleague in a browser of their own.
  const theirs = await openPopup(await launch());
  await showTab(theirs, "Inbox");
  await openReport(theirs, text);
  const seen = theirs.getByRole("region", { name: "Who looks after it" });
  await expect(seen.getByRole("list", { name: "Labels" })).toHaveText("stock", { timeout: 15_000 });
  await expect(seen.getByRole("link", { name: "tracker.example OPS-42" })).toBeVisible();
  await expect(theirs.getByRole("region", { name: "The conversation" })).toContainText("The vendor knows");
  await theirs.getByRole("searchbox", { name: "Search reports" }).fill("ops-42");
  await expect(theirs.getByRole("list", { name: "Reports" }).getByRole("listitem")).toHaveCount(1);
  await seen.getByRole("button", { name: "Assign" }).click();
  await theirs.getByRole("menuitem", { name: "To nobody" }).click();
  await expect(triage).toContainText("Nobody looks after it yet", { timeout: 20_000 });
});
