import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { answer, openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

const DAILY = { often: "daily", minutes: 15, holdsBack: "slows" };
const context = (site: string) => ({ site, origin: "https://erp.example", path: "/orders/{id}" });

const rows = (desk: Page) => desk.getByRole("list", { name: "Reports" }).getByRole("listitem");
const search = (desk: Page) => desk.getByRole("searchbox", { name: "Search reports" });
const choose = (desk: Page, box: string, option: string) =>
  desk.getByRole("combobox", { name: box }).selectOption({ label: option });

/** Words of the rows that are shown, from the top, each without the mark that makes it this test's. */
const shownWords = async (desk: Page, mark: string) =>
  (await rows(desk).evaluateAll((items) => items.map((item) => item.getAttribute("aria-label") ?? ""))).map((text) =>
    text.replace(` ${mark}`, ""),
  );

async function threeReports(collector: Parameters<typeof colleaguesFile>[0], mark: string): Promise<void> {
  await colleaguesFile(collector, [
    { words: `Invoices forget my filter ${mark}`, kind: "broken", burden: DAILY, context: context(`Ledger ${mark}`) },
    { words: `The calendar cannot be printed ${mark}`, kind: "missing", context: context(`Rota ${mark}`) },
    {
      words: `Drucker im Flur druckt nichts ${mark}`,
      lang: "de",
      kind: "broken",
      burden: { ...DAILY, holdsBack: "blocks" },
      context: context(`Rota ${mark}`),
    },
  ]);
}

test("reports are found as people mistype, in the wanted order, and the view can be kept", async ({
  earshot,
  collector,
}) => {
  const mark = oneWord();
  await threeReports(collector, mark);
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await search(desk).fill(mark);
  await expect(rows(desk)).toHaveCount(3, { timeout: 15_000 });
  // Whoever cannot work and was not heard, then hours, then what nobody has put a figure on.
  expect(await shownWords(desk, mark)).toEqual([
    "Drucker im Flur druckt nichts",
    "Invoices forget my filter",
    "The calendar cannot be printed",
  ]);
  await expect(rows(desk).first()).toHaveAttribute("aria-setsize", "3");
  await expectAccessible(desk);

  await search(desk).fill(`invioce ${mark}`);
  await expect(rows(desk)).toHaveCount(1);
  await search(desk).fill(`no such thing ${mark}`);
  await expect(desk.getByText("No report fits")).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Show all reports" }).click();
  await expect(search(desk)).toHaveValue("");

  await search(desk).fill(mark);
  await choose(desk, "Kind", "Broken");
  await expect(rows(desk)).toHaveCount(2);
  await choose(desk, "Site", `Rota ${mark}`);
  await expect.poll(() => shownWords(desk, mark)).toEqual(["Drucker im Flur druckt nichts"]);
  await choose(desk, "Kind", "Any kind");
  await choose(desk, "Sort by", "Unheard the longest");
  await expect(rows(desk)).toHaveCount(2);
  await choose(desk, "Show", "Assigned to me");
  await expect(desk.getByText("No report fits")).toBeVisible();
  await choose(desk, "Show", "Needs attention");
  await choose(desk, "Age", "Last 24 hours");
  await choose(desk, "Status", "New");
  await expect(rows(desk)).toHaveCount(2);

  // The address says it all: a bookmark, or a reload, is the same view.
  await desk.reload();
  await expect(desk.getByRole("combobox", { name: "Site" })).toHaveValue(`Rota ${mark}`);
  await expect(rows(desk)).toHaveCount(2);
  const address = desk.url();

  await desk.getByRole("button", { name: "Views" }).click();
  await desk.getByRole("menuitem", { name: "Keep this view…" }).click();
  const dialog = desk.getByRole("dialog", { name: "Keep this view…" });
  await dialog.getByRole("textbox", { name: "What to call it" }).fill(`Rota ${mark}`);
  await expectAccessible(desk);
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).toBeHidden();
  await desk.getByRole("button", { name: "Views" }).click();
  await desk.getByRole("menuitem", { name: "All reports, what costs most first" }).click();
  await expect(search(desk)).toHaveValue("");
  await desk.getByRole("button", { name: "Views" }).click();
  await desk.getByRole("menuitem", { name: `Rota ${mark}`, exact: true }).click();
  await expect(rows(desk)).toHaveCount(2);
  expect(desk.url()).toBe(address);
  await desk.getByRole("button", { name: "Views" }).click();
  await desk.getByRole("menuitem", { name: `Forget “Rota ${mark}”` }).click();
  await desk.getByRole("button", { name: "Views" }).click();
  await expect(desk.getByRole("menuitem", { name: `Rota ${mark}`, exact: true })).toHaveCount(0);
});

test("what one has just written is found before it has left, and no more when it is undone", async ({
  launch,
  collector,
  gate,
}) => {
  test.setTimeout(90_000);
  const mark = oneWord();
  const door = `The door does not open ${mark}`;
  await colleaguesFile(collector, [{ words: door }, { words: `The lift is late ${mark}` }]);
  const desk = await openPopup(await launch());
  await showTab(desk, "Inbox");
  await openReport(desk, door);
  await gate.shut();
  await search(desk).fill(`${mark} wardrobe`);
  await expect(desk.getByText("No report fits")).toBeVisible();
  await answer(desk, "The key is in the wardrobe.", "Planned");
  await expect.poll(() => shownWords(desk, mark)).toEqual(["The door does not open"]);
  await search(desk).fill(`${mark} wardrbe`);
  await expect.poll(() => shownWords(desk, mark)).toEqual(["The door does not open"]);

  await search(desk).fill(mark);
  await expect(rows(desk)).toHaveCount(2);
  const lift = rows(desk).filter({ hasText: "The lift is late" });
  await lift.hover();
  await lift.getByRole("checkbox").check();
  await desk.getByRole("button", { name: "Label all" }).click();
  await desk.getByRole("dialog").getByRole("textbox", { name: "The label" }).fill("attic");
  await desk.getByRole("dialog").getByRole("button", { name: "Add a label" }).click();
  await search(desk).fill(`${mark} attic`);
  await expect.poll(() => shownWords(desk, mark)).toEqual(["The lift is late"]);
  await desk.getByRole("button", { name: "Undo" }).click();
  await expect(desk.getByText("No report fits")).toBeVisible();

  await search(desk).fill(`${mark} wardrobe`);
  await expect(rows(desk)).toHaveCount(1);
  await gate.open();
  await expect.poll(() => gate.passed.some(({ body }) => body.includes("wardrobe")), { timeout: 40_000 }).toBe(true);
  await desk.reload();
  await expect.poll(() => shownWords(desk, mark)).toEqual(["The door does not open"]);
});

test("in a narrow window the report takes the place of the list, and gives it back", async ({ earshot, collector }) => {
  const mark = oneWord();
  await colleaguesFile(collector, [{ words: `The door does not open ${mark}` }]);
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await search(desk).fill(mark);
  await expect(rows(desk)).toHaveCount(1, { timeout: 15_000 });
  await desk.setViewportSize({ width: 380, height: 600 });
  await rows(desk).getByRole("button").click();
  await expect(desk.getByRole("heading", { name: "The door does not open" })).toBeInViewport();
  await expect(search(desk)).toBeHidden();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Back" }).click();
  await expect(search(desk)).toHaveValue(mark);
  await expect(rows(desk).getByRole("button")).toBeInViewport();
});

test("by keyboard alone; letters do nothing while somebody types, or does not want them", async ({
  earshot,
  collector,
}) => {
  const mark = oneWord();
  await threeReports(collector, mark);
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await expect(search(desk)).toBeVisible({ timeout: 15_000 });
  await desk.keyboard.press("/");
  await expect(search(desk)).toBeFocused();
  await desk.keyboard.type(`${mark} rje`);
  await expect(search(desk)).toHaveValue(`${mark} rje`);
  await desk.keyboard.press("Escape");
  await expect(search(desk)).toHaveValue("");
  await desk.keyboard.type(mark);
  await expect(rows(desk)).toHaveCount(3, { timeout: 15_000 });
  await desk.keyboard.press("Escape");
  await search(desk).fill(mark);
  await expect(rows(desk)).toHaveCount(3);
  await rows(desk).first().getByRole("button").focus();
  await desk.keyboard.press("j");
  await expect(rows(desk).nth(1).getByRole("button")).toBeFocused();
  await desk.keyboard.press("ArrowUp");
  await expect(rows(desk).first().getByRole("button")).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("heading", { name: "Drucker im Flur" })).toBeVisible();
  await desk.keyboard.press("r");
  const text = desk.getByRole("textbox", { name: "Answer in plain words" });
  await expect(text).toBeFocused();
  await desk.keyboard.type("jke");
  await expect(text).toHaveValue("jke");
  await text.fill("");
  await desk.keyboard.press("Escape");
  await expect(desk.getByText("Choose a report to read it.")).toBeVisible();
  await expect(rows(desk).first().getByRole("button")).toBeFocused();

  await desk.keyboard.press("e");
  const heard = rows(desk).filter({ hasText: "Drucker" });
  await expect(heard).toContainText("Heard");
  await heard.getByRole("button").click();
  await desk.keyboard.press("s");
  await expect(desk.getByRole("radiogroup", { name: "Status" }).getByRole("radio").first()).toBeFocused();
  await heard.getByRole("button").focus();

  await desk.keyboard.press("?");
  const keys = desk.getByRole("dialog", { name: "Keys" });
  await expect(keys.getByText("Write an answer")).toBeVisible();
  await expectAccessible(desk);
  await keys.getByRole("checkbox", { name: "Single letters do things" }).uncheck();
  await keys.getByRole("button", { name: "Close" }).click();
  await heard.getByRole("button").focus();
  await desk.keyboard.press("j");
  await expect(heard.getByRole("button")).toBeFocused();
  await desk.keyboard.press("ArrowDown");
  await expect(heard.getByRole("button")).not.toBeFocused();
  await desk.getByRole("button", { name: "Keys" }).click();
  await keys.getByRole("checkbox", { name: "Single letters do things" }).check();
});

test("a long list renders what is seen, and stays where it is while reports come in above", async ({
  earshot,
  collector,
  words,
}) => {
  const site = words("Long list");
  // Happened once, so that in the usual order every other test's reports stand above these.
  const file = (count: number, batch: string) =>
    colleaguesFile(
      collector,
      Array.from({ length: count }, (_, index) => ({
        words: `Report ${batch} ${index} ${"which says a little more ".repeat(index % 4)}`,
        burden: { often: "once", minutes: 1 },
        context: context(site),
      })),
    );
  await file(300, "before");
  const desk = await earshot.open(`popup.html?sort=newest&site=${encodeURIComponent(site)}`, {
    width: 800,
    height: 600,
  });
  await showTab(desk, "Inbox");
  await expect(desk.getByText(/^300 of /)).toBeVisible({ timeout: 30_000 });
  await expect(rows(desk).first()).toHaveAttribute("aria-setsize", "300");
  expect(await rows(desk).count()).toBeLessThan(40);

  const list = desk.getByRole("list", { name: "Reports" });
  const scrollTo = (top: number) =>
    list.evaluate((element, to) => element.parentElement?.scrollTo({ top: to, behavior: "instant" }), top);
  const topRow = () =>
    list.evaluate((element) => {
      const edge = element.parentElement?.getBoundingClientRect().top ?? 0;
      const first = [...element.children].find((row) => row.getBoundingClientRect().bottom > edge + 1);
      return [first?.getAttribute("aria-label"), Math.round((first?.getBoundingClientRect().top ?? 0) - edge)] as const;
    });
  await scrollTo(9_000);
  // Rows are measured when they come up, and those above them may move the list once more.
  let [name, at] = await topRow();
  await expect
    .poll(async () => {
      const before = name;
      [name, at] = await topRow();
      return before === name;
    })
    .toBe(true);
  await file(100, "after");
  await expect(desk.getByText(/^400 of /)).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => (await topRow())[0]).toBe(name);
  expect(Math.abs((await topRow())[1] - at)).toBeLessThanOrEqual(2);

  // What has the focus keeps it, also out of sight, when it is no longer the row that it was by its number.
  await list.locator(`li[aria-label="${name}"]`).getByRole("button").focus();
  await scrollTo(2_000);
  await expect.poll(async () => (await topRow())[0]).not.toBe(name);
  await file(30, "late");
  await expect(desk.getByText(/^430 of /)).toBeVisible({ timeout: 30_000 });
  await expect(list.locator("li:focus-within")).toHaveAttribute("aria-label", String(name));

  // To the very end by keyboard, row by row out of what was not there yet.
  await rows(desk).last().getByRole("button").focus();
  for (let presses = 0; presses < 12; presses++) await desk.keyboard.press("j");
  await expect(list.locator("li:focus-within")).toHaveCount(1);
});
