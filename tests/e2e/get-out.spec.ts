import { readFileSync } from "node:fs";
import { expectAccessible } from "@/tests/support/axe";
import { fileReport } from "@/tests/support/panel";
import { openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("what IT reads can be taken along: as a table, as lines, and one report as Markdown", async ({
  tab,
  earshot,
  site,
  words,
}) => {
  const text = words("=The list is *empty*");
  await tab.goto(site.url);
  await fileReport(tab, text);

  const popup = await openPopup(earshot);
  await showTab(popup, "Inbox");
  await openReport(popup, text);
  const take = async (format: string) => {
    await popup.getByRole("button", { name: "Export" }).click();
    const download = popup.waitForEvent("download");
    await popup.getByRole("menuitem", { name: format }).click();
    return readFileSync(await (await download).path(), "utf8");
  };
  // A spreadsheet must not take it for a formula.
  expect(await take("A table for spreadsheets (CSV)")).toContain(`,'${text},`);
  const lines = (await take("Lines for programs (NDJSON)")).trimEnd().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { words: string }).words)).toContain(text);

  await popup.getByRole("button", { name: "Export" }).click();
  await expect(popup.getByRole("menu")).toBeVisible();
  await expectAccessible(popup);
  await popup.keyboard.press("Escape");
  await popup.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await popup.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(popup.getByText("Copied.")).toBeVisible();
  expect(await popup.evaluate(() => navigator.clipboard.readText())).toContain("\\*empty\\*");
});
