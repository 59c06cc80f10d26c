import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { fileReport } from "@/tests/support/panel";
import { findReport, openPopup, openReport, searchReports, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

const DAY_MS = 86_400_000;

/** As a date field has it, and as a person reads it. */
function dayIn(days: number) {
  const at = new Date(Date.now() + days * DAY_MS);
  const pad = (n: number) => String(n).padStart(2, "0");
  return {
    field: `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`,
    words: new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(at),
  };
}

test("a no says why, what it keeps costing, how to get by, and when IT looks again; the day brings it back, also offline", async ({
  launch,
  gate,
  site,
  words,
}) => {
  test.slow();
  // One of its own: a page's clock is that of all pages of its browser, also of those that later tests open.
  const earshot = await launch();
  const tab = await earshot.context.newPage();
  const text = words("The export has only a hundred lines");
  await tab.goto(site.url);
  await fileReport(tab, text);
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  await desk.getByRole("radio", { name: "Declined" }).click();
  const no = desk.getByRole("group", { name: "A kind no" });
  await expect(no).toContainText("What it keeps costing: One person. What it costs was not said.");
  await expect(no).toContainText("Nobody has published a way to get by yet.");
  const day = no.getByLabel("Look at it again on");
  await expect(day).toHaveValue(dayIn(91).field);
  await expectAccessible(desk);

  // Neither without a reason nor without a day.
  const send = desk.getByRole("button", { name: "Send answer" });
  await send.click();
  await expect(desk.getByText("Write why, so that the person does not have to guess.")).toBeVisible();
  await desk.getByRole("textbox", { name: "Answer in plain words" }).fill("The vendor wants too much for more lines.");
  await day.fill("");
  await expect(no.getByRole("alert")).toHaveText("Choose a day from tomorrow on, within two years.");
  await send.click();
  await expect(desk.getByText("Saved.", { exact: false })).toHaveCount(0);

  // How to get by is what everybody reads; it is there for the next no.
  await no.getByRole("button", { name: "Publish one" }).click();
  const form = desk.getByRole("dialog", { name: "Publish as known" });
  await form.getByRole("textbox", { name: "What annoys people, in one line" }).fill(words("Exports are short"));
  await form.getByRole("textbox", { name: "What they can do until then" }).fill("Export each month by itself.");
  await form.getByRole("button", { name: "Publish for everybody" }).click();
  await expect(form).toHaveCount(0);
  await expect(no).toContainText("Until then: Export each month by itself.");

  const named = dayIn(40);
  await day.fill(named.field);
  // The popup closes at a click beside it.
  await desk.reload();
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  await expect(day).toHaveValue(named.field);
  await send.click();
  await expect(desk.getByText(`To be looked at again on ${named.words}`)).toBeVisible();

  // The person: the reason, the way to get by, and the day.
  const mine = await openPopup(earshot);
  await showTab(mine, "My reports");
  const detail = mine.getByRole("article");
  await openReport(mine, text);
  await expect(detail).toContainText(`IT looks at this again on ${named.words}.`, { timeout: 30_000 });
  await expect(detail).toContainText("The vendor wants too much for more lines.");
  await expect(detail).toContainText("Until then: Export each month by itself.");
  await expectAccessible(mine);

  // Forty days on, and the network away.
  await expect((await findReport(desk, text)).getByText("On its way")).toHaveCount(0);
  await gate.shut();
  await desk.clock.setFixedTime(Date.now() + 39 * DAY_MS);
  await desk.reload();
  await showTab(desk, "Inbox");
  await desk.getByRole("combobox", { name: "Show" }).selectOption({ label: "Needs attention" });
  await searchReports(desk, text);
  await expect(desk.getByText("No report fits")).toBeVisible();
  await desk.clock.setFixedTime(Date.now() + 40 * DAY_MS);
  await desk.reload();
  await showTab(desk, "Inbox");
  await expect((await findReport(desk, text)).getByText("Look at it again")).toBeVisible();
  await openReport(desk, text);
  // Another look takes words and another day.
  await expect(day).toHaveValue(dayIn(131).field);
  await expectAccessible(desk);
  await desk.getByRole("textbox", { name: "Answer in plain words" }).fill("Still too dear. We ask again in summer.");
  await send.click();
  await expect(desk.getByText(`To be looked at again on ${dayIn(131).words}`)).toBeVisible();
  await expect(desk.getByText("No report fits")).toBeVisible();
});

test("a no to many at once names its day as well", async ({ earshot, collector }) => {
  const mark = oneWord();
  await colleaguesFile(
    collector,
    ["tray", "drawer"].map((name) => ({ words: `The ${name} is empty ${mark}` })),
  );
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await searchReports(desk, mark);
  const rows = desk.getByRole("list", { name: "Reports" }).getByRole("listitem");
  await expect(rows).toHaveCount(2, { timeout: 15_000 });
  for (const row of await rows.all()) await row.getByRole("checkbox").check();
  await desk.getByRole("button", { name: "Answer all" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Answer in plain words" }).fill("Nobody refills these any more.");
  await dialog.getByRole("radio", { name: "Declined" }).click();
  const named = dayIn(60);
  await dialog.getByLabel("Look at it again on").fill(named.field);
  await expectAccessible(desk);
  await dialog.getByRole("button", { name: "Send to all" }).click();
  await rows.first().getByRole("button").first().click();
  await expect(desk.getByText(`To be looked at again on ${named.words}`)).toBeVisible();
});
