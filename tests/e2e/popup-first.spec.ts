import type { Page } from "@playwright/test";
import { openPopup, showTab } from "@/tests/support/popup";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { expect, test } from "./fixtures";

const shownRows = (desk: Page) => desk.getByRole("list", { name: "Reports" }).getByRole("listitem");
const searchBox = (desk: Page) => desk.getByRole("searchbox", { name: "Search reports" });

test("before anything else the popup says what its parts are, where the tabs will stand", async ({ earshot }) => {
  const before = await openPopup(earshot);
  await showTab(before, "Inbox");
  await before.addInitScript(() => {
    const firsts: string[] = [];
    Object.assign(globalThis, { firsts });
    new MutationObserver(() => {
      const names = [...document.querySelectorAll("header[data-first] > span")];
      const placed = names.map((name) => `${name.textContent} ${Math.round(name.getBoundingClientRect().left)}`);
      if (firsts.length === 0) firsts.push(...placed);
    }).observe(document, { childList: true, subtree: true });
  });
  await before.reload();
  await showTab(before, "Inbox");
  const tabs = await before
    .getByRole("tab")
    .evaluateAll((all) =>
      all.map((tab) => `${tab.getAttribute("aria-label")} ${Math.round(tab.getBoundingClientRect().left)}`),
    );
  expect(tabs.map((tab) => tab.replace(/ \d+$/, ""))).toEqual(["My reports", "Inbox", "Impact", "What changed"]);
  // How many are unread moves those behind the Inbox; nothing says that number yet.
  const said = await before.evaluate(() => (globalThis as unknown as { firsts: string[] }).firsts);
  expect(said.slice(0, 2)).toEqual(tabs.slice(0, 2));
  expect(said).toHaveLength(tabs.length);
  await before.close();
});

test("a menu that is pressed before it is there opens as soon as it is", async ({ earshot, collector }) => {
  await colleaguesFile(collector, [{ words: `The forms are upside down ${oneWord()}` }]);
  for (const [button, entry] of [
    ["Views", "All reports, what costs most first"],
    ["Export", "Print this list"],
  ] as const) {
    const desk = await openPopup(earshot);
    await showTab(desk, "Inbox");
    // An Inbox that is empty at first has fetched all before it shows the first button.
    await expect(desk.locator("li[data-index]").first()).toBeVisible({ timeout: 30_000 });
    await desk.addInitScript((name) => {
      const pressed = new MutationObserver(() => {
        const found = document.querySelector<HTMLElement>(`button[title="${name}"]`);
        if (!found) return;
        pressed.disconnect();
        // Nothing of it has been fetched by then.
        Object.assign(globalThis, { early: found });
        found.click();
      });
      pressed.observe(document, { childList: true, subtree: true });
    }, button);
    await desk.reload();
    await expect(desk.getByRole("menuitem", { name: entry })).toBeVisible();
    // What was pressed stood in for the one that is there now.
    expect(await desk.evaluate(() => (globalThis as unknown as { early: Element }).early.isConnected)).toBe(false);
    await desk.keyboard.press("Escape");
    await expect(desk.getByRole("menuitem")).toHaveCount(0);
    await desk.close();
  }
});

test("the first rows stand one below the other when they are first painted, however long their words are", async ({
  earshot,
  collector,
  words,
}) => {
  const site = words("Rows of all heights");
  const reports = [0, 6, 1, 9, 3, 0, 7, 2].map((length, index) => ({
    words: `Row ${index} ${"says a little more ".repeat(length)}`,
    context: { site, origin: "https://erp.example", path: "/orders/{id}" },
  }));
  await colleaguesFile(collector, reports);
  const address = `popup.html?site=${encodeURIComponent(site)}`;
  const before = await earshot.open(address, { width: 800, height: 600 });
  await expect(before.locator("li[data-index]").first()).toHaveAttribute("aria-setsize", "8", { timeout: 30_000 });
  await before.addInitScript(() => {
    const look = () =>
      requestAnimationFrame(() => {
        const rows = [...document.querySelectorAll("li[data-index]")];
        if (rows.length === 0) {
          look();
          return;
        }
        // Told after the list's own, which is older: what stands there then is what this frame paints.
        new ResizeObserver((_, own) => {
          own.disconnect();
          const places = rows.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]);
          Object.assign(globalThis, { rows: places });
        }).observe(document.body);
      });
    look();
  });
  await before.reload();
  await before.waitForFunction(() => "rows" in globalThis);
  const rows = await before.evaluate(() => (globalThis as unknown as { rows: [number, number][] }).rows);
  expect(rows.length).toBeGreaterThan(2);
  expect(new Set(rows.map(([top, bottom]) => Math.round(bottom - top))).size).toBeGreaterThan(1);
  for (const [index, [top]] of rows.entries()) {
    if (index > 0) expect(Math.abs(top - (rows[index - 1]?.[1] ?? 0))).toBeLessThanOrEqual(1);
  }
  await before.close();
});

test("the list is there before the background has woken, from what it said the last time", async ({
  earshot,
  collector,
}) => {
  const words = `The atlas has no index ${oneWord()}`;
  await colleaguesFile(collector, [{ words }]);
  const before = await openPopup(earshot);
  await showTab(before, "Inbox");
  await searchBox(before).fill(words);
  await expect(shownRows(before)).toHaveCount(1, { timeout: 15_000 });
  await before.close();

  const desk = await earshot.context.newPage();
  // As it is for whoever opens the popup while the worker starts: no answer, for the whole of this test.
  await desk.addInitScript(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: object } };
    Object.assign(chrome.runtime, { sendMessage: () => new Promise(() => {}) });
  });
  await desk.goto(before.url());
  await showTab(desk, "Inbox");
  await searchBox(desk).fill(words);
  await expect(shownRows(desk)).toHaveCount(1);
  await desk.close();
});
