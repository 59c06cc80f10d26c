import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { answer, openPopup, openReport, searchReports, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

/** Pages of what the browser would print. It says so in the file itself. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** `print()` opens a window of the browser's, which nobody is there to close: what it would print is looked at. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(globalThis, { prints: 0, print: () => Object.assign(globalThis, { prints: prints() + 1 }) });
    const prints = () => (globalThis as unknown as { prints: number }).prints;
  });
  await page.reload();
  return () => page.evaluate(() => (globalThis as unknown as { prints: number }).prints);
}

for (const [view, size] of [
  ["the popup", { width: 800, height: 600 }],
  ["the tab", { width: 1440, height: 900 }],
] as const) {
  test(`the view goes on paper with all of its reports, an open report with what was said; in ${view}`, async ({
    launch,
    collector,
  }) => {
    const mark = oneWord();
    // Of those that are alike the list has only some in the page: the one to be opened has a word of its own.
    const [text, last] = [`The list is empty ${mark} ${oneWord()}`, `The last list is empty ${mark}`];
    const others = Array.from({ length: 58 }, (_, index) => `The list is empty, number ${index} ${mark}`);
    await colleaguesFile(
      collector,
      [text, ...others, last].map((words) => ({
        words,
        goal: "to send an invoice",
        burden: { often: "daily", minutes: 15 },
      })),
    );
    const desk = await openPopup(await launch({ colorScheme: "dark" }));
    if (view === "the tab") await desk.goto(`${desk.url().split("?")[0]}?view=tab`);
    await desk.setViewportSize(size);
    const prints = await countPrints(desk);
    await showTab(desk, "Inbox");
    await searchReports(desk, mark);
    await expect(desk.getByRole("status").filter({ hasText: /^60 of/ })).toBeVisible({ timeout: 20_000 });

    // More than the list on the screen has in the page, and nothing of the app.
    const sheet = desk.locator("[data-printed]");
    await expect(sheet).toHaveCount(0);
    expect(await pagesOf(desk)).toBeGreaterThan(1);
    await expect(sheet).toHaveCount(0);
    await desk.emulateMedia({ media: "print" });
    await expect(sheet.getByRole("row")).toHaveCount(61);
    for (const words of [text, ...others, last]) await expect(sheet).toContainText(words);
    await expect(desk.getByRole("searchbox")).toBeHidden();
    await expect(desk.getByRole("tablist")).toBeHidden();
    // Ink on paper, in the dark theme too.
    expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(27, 35, 36)");
    await expectAccessible(desk);
    await desk.emulateMedia({ media: null });
    await expect(sheet).toHaveCount(0);

    await openReport(desk, text);
    await answer(desk, "We look into it on Monday.", "Planned");
    await expect(desk.getByRole("region", { name: "The conversation" })).toContainText("Monday");
    await desk.getByRole("button", { name: "Print", exact: true }).click();
    expect(await prints()).toBe(1);
    await desk.emulateMedia({ media: "print" });
    await expect(sheet.getByRole("heading", { level: 1 })).toHaveText(text);
    for (const said of [
      "Conformance",
      "to send an invoice",
      "loses about",
      "every day",
      "https://conformance.example/orders/",
      "Planned",
      "We look into it on Monday.",
    ]) {
      await expect(sheet).toContainText(said);
    }
    await expect(sheet.getByRole("table")).toHaveCount(0);
    await expect(desk.getByRole("textbox")).toHaveCount(0);
    await expect(desk.getByRole("button")).toHaveCount(0);
    await expectAccessible(desk);
    await desk.emulateMedia({ media: null });
    expect(await pagesOf(desk)).toBe(1);

    // The list, although a report is open.
    await searchReports(desk, mark);
    await desk.getByRole("button", { name: "Export" }).click();
    await desk.getByRole("menuitem", { name: "Print this list" }).click();
    await expect.poll(prints).toBe(2);
    await desk.emulateMedia({ media: "print" });
    await expect(sheet.getByRole("row")).toHaveCount(61);
    await desk.emulateMedia({ media: null });
    await expect(sheet).toHaveCount(0);
    await desk.emulateMedia({ media: "print" });
    await expect(sheet.getByRole("heading", { level: 1 })).toHaveText(text);
  });
}
