import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { COMPANY } from "@/scripts/sample/company";
import { loadSample, SAMPLE_ORG } from "@/scripts/sample/load/load-sample";
import { makeSample } from "@/scripts/sample/make-sample";
import { type Collector, startCollector } from "@/scripts/services/collector";
import { freePort } from "@/scripts/services/ports";
import { expectAccessible } from "@/tests/support/axe";
import { openPopup } from "@/tests/support/popup";
import { peopleTell } from "@/tests/support/told";
import { expect, test } from "./fixtures";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WIDE = { width: 1280, height: 900 };
const SMALL = { width: 380, height: 600 };
const CHARTS = ["By month", "By site", "Coverage", "Pages that were slow"];

/** A collector of this test's own: what others tell must not be in its figures. */
let collector: Collector | null = null;
test.afterEach(async () => {
  await collector?.process.kill();
  collector = null;
});

async function impactOf(
  launch: (options: {
    setup: { endpoint: string; ingestToken: string; reviewerToken: string; sites: [] };
  }) => Promise<Parameters<typeof openPopup>[0]>,
  { url: endpoint, ingestToken, reviewerToken }: Collector,
): Promise<Page> {
  const popup = await openPopup(await launch({ setup: { endpoint, ingestToken, reviewerToken, sites: [] } }));
  await popup.getByRole("tab", { name: "Impact" }).click();
  return popup;
}

/** Tab after Tab, as somebody without a mouse gets there. */
async function tabTo(target: Locator): Promise<void> {
  const { keyboard } = target.page();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not come to ${String(target)}`);
}

function chart(popup: Page, name: string): Locator {
  return popup.getByRole("figure", { name });
}

/** A summary has no role of its own that a test could ask for. */
function asTable(popup: Page, name: string): Locator {
  return chart(popup, name).locator("summary", { hasText: "Show as a table" });
}

async function tableBehind(popup: Page, name: string): Promise<string[][]> {
  const rows = chart(popup, name).getByRole("table", { name }).getByRole("row");
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
}

test("a year of a company: for every eye and by keyboard alone, each picture with its table behind it", async ({
  launch,
  folder,
}) => {
  test.setTimeout(240_000);
  const data = join(folder, `year-${Date.now()}`, "collector");
  const year = { seed: 3, now: Date.now(), reports: 500, handbookOrigin: "http://127.0.0.1:4320", me: "Ada Example" };
  await loadSample({ folder: data, note: "{}", events: makeSample(year).events, onProgress: () => {} });
  const org = { id: SAMPLE_ORG, name: COMPANY };
  collector = await startCollector({ root: ROOT, folder: data, port: await freePort(), org });
  const popup = await impactOf(launch, collector);
  await popup.setViewportSize(WIDE);
  await expect(popup.getByRole("heading", { level: 2 }).first()).toHaveText(/back\.$/, { timeout: 60_000 });
  await expect(chart(popup, "Pages that were slow")).toBeVisible({ timeout: 60_000 });

  // From the tab on without a mouse: every table is opened, and says what its picture shows.
  await popup.getByRole("tab", { name: "Impact" }).focus();
  for (const name of CHARTS) {
    const table = asTable(popup, name);
    await tabTo(table);
    await popup.keyboard.press("Enter");
    await expect(chart(popup, name).getByRole("table", { name })).toBeVisible();
  }
  const months = await tableBehind(popup, "By month");
  expect(months).toHaveLength(13);
  const pictured = await chart(popup, "By month").locator("svg title").allTextContents();
  const told = months.slice(1).flatMap(([month, given, tell]) => [`${month}: ${given}`, `${month}: ${tell}`]);
  expect(pictured.toSorted()).toEqual(told.toSorted());
  for (const name of CHARTS) {
    const [heads = [], ...rows] = await tableBehind(popup, name);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.filter((cell) => cell.trim() !== "")).toHaveLength(heads.length);
  }

  for (const size of [WIDE, SMALL]) {
    await popup.setViewportSize(size);
    for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
      await popup.emulateMedia({ colorScheme: "light", forcedColors: "none", ...media });
      await expectAccessible(popup);
    }
    // Nothing is cut off at the side.
    expect(await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  // In the person's own colours what was given and what is lost still differ, from each other and from the ground.
  const fills = await chart(popup, "By site")
    .locator("svg rect:first-child")
    .evaluateAll((rects) => [...new Set(rects.map((rect) => getComputedStyle(rect).fill))]);
  expect(fills.length).toBeGreaterThanOrEqual(2);
  await popup.emulateMedia({ forcedColors: "none" });
  await popup.setViewportSize(WIDE);

  // What costs most leads to its report.
  const costly = popup.getByRole("list", { name: "What costs most now" }).getByRole("button").first();
  const words = (await costly.locator("span").first().textContent()) ?? "";
  await tabTo(costly);
  await popup.keyboard.press("Enter");
  await expect(popup.getByRole("tab", { name: "Inbox" })).toHaveAttribute("aria-selected", "true");
  await expect(popup.getByRole("textbox", { name: "Answer in plain words" })).toBeVisible();
  await expect(popup.getByText(words.slice(0, 40)).first()).toBeVisible();
});

test("what nobody said is not 0, a month without a word is empty, and of few people nothing is told", async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const data = join(folder, `few-${Date.now()}`, "collector");
  collector = await startCollector({ root: ROOT, folder: data, port: await freePort() });
  const popup = await impactOf(launch, collector);
  await expect(popup.getByText("Nothing to show yet")).toBeVisible({ timeout: 20_000 });
  await expectAccessible(popup);

  const six = ["yes", "yes", "yes", "yes", "yes", "yes"] as const;
  await peopleTell(collector, { words: "The lines jump while I type", people: 6, status: "done", answers: six });
  const headline = popup.getByRole("heading", { level: 2 }).first();
  await expect(headline).toHaveText("People say that it helped. How much time that is, they did not say.", {
    timeout: 30_000,
  });
  const hours = popup.locator("dl").filter({ hasText: "Still lost" });
  const sum = (name: string) => hours.locator("div").filter({ has: popup.getByText(name, { exact: true }) });
  await expect(sum("Given back")).toContainText("time not said");
  await expect(sum("Given back")).toContainText("6 people");
  await expect(sum("Still lost")).toContainText("nothing yet");
  const lines = popup.getByRole("list", { name: "Hours given back" }).getByRole("listitem");
  await expect(lines).toContainText("time not said");
  await asTable(popup, "By month").click();
  const months = await tableBehind(popup, "By month");
  expect(months.at(-1)).toEqual([expect.any(String), "time not said", "One annoyance"]);
  for (const month of months.slice(1, -1)) expect(month.slice(1)).toEqual(["nothing yet", "0 annoyances"]);
  expect(await popup.getByRole("tabpanel").innerText()).not.toMatch(/\b0 (hours|minutes|%)|NaN|null|undefined/);

  // Three people: neither their figure nor what it could be worked out from. 3 x 25 minutes would be 75.
  const burden = { often: "daily", minutes: 5 };
  const three = ["yes", "yes", "yes"] as const;
  await peopleTell(collector, { words: "The door to the archive", people: 3, burden, status: "done", answers: three });
  await expect(lines).toHaveCount(2, { timeout: 30_000 });
  await expect(lines.filter({ hasText: "The door to the archive" })).toContainText("fewer than 5 people");
  await expect(sum("Given back")).toContainText("fewer than 5 people");
  await asTable(popup, "By site").click();
  const shown = await popup.getByRole("tabpanel").innerText();
  expect(shown).not.toMatch(/75 minutes|1\.25|25 minutes|\b3 people/);
  await expectAccessible(popup);
});
