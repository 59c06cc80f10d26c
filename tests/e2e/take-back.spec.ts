import type { Page } from "@playwright/test";
import type { MineRow } from "@/lib/database/rows";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import type { Collector } from "@/scripts/services/collector";
import { expectAccessible } from "@/tests/support/axe";
import { readTable } from "@/tests/support/database";
import type { Gate } from "@/tests/support/gate";
import { openPanel, type Panel, RECEIVED, SAVED } from "@/tests/support/panel";
import { openPopup, openReport, reportItem, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

async function say(tab: Page, url: string, text: string): Promise<Panel> {
  await tab.goto(url);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await panel.send.click();
  return panel;
}

async function mineOf(browser: EarshotBrowser, text: string): Promise<MineRow> {
  const mine = (await readTable<MineRow>(browser, "mine")).find((row) => row.words === text);
  if (!mine) throw new Error("the report is not in My reports");
  return mine;
}

/** My reports, with this report open. */
async function openMine(browser: EarshotBrowser, text: string): Promise<Page> {
  const popup = await openPopup(browser);
  await showTab(popup, "My reports");
  await openReport(popup, text);
  return popup;
}

async function takeBack(popup: Page): Promise<void> {
  await popup.getByRole("button", { name: "Take it back" }).click();
  await expect(popup.getByRole("alert")).toContainText("IT may already have read it.");
  await popup.getByRole("button", { name: "Yes, take it back" }).click();
}

/** What the collector says of a report: to its reporter, and to everybody who asks what has changed. */
async function atCollector({ url, reviewerToken }: Collector, { id, replyKey }: MineRow, text: string) {
  const thread = await fetch(`${url}/v1/threads/${id}`, { headers: { authorization: `Reply ${replyKey}` } });
  const changes = await fetch(`${url}/v1/changes?limit=500`, { headers: { authorization: `Bearer ${reviewerToken}` } });
  const told = await changes.text();
  const { items } = JSON.parse(told) as { items: { id: string; erased?: true }[] };
  return {
    thread: thread.status,
    erased: items.find((item) => item.id === id)?.erased ?? false,
    words: told.includes(text),
  };
}

const GONE = { thread: 410, erased: true, words: false };

/** Whether the words are anywhere in the extension's database. */
async function isInDatabase(browser: EarshotBrowser, text: string): Promise<boolean> {
  const tables = ["outbox", "bodies", "mine", "reports", "blobs", "drafts", "kv"];
  const rows: unknown[] = [];
  for (const table of tables) rows.push(await readTable(browser, table));
  return JSON.stringify(rows).includes(text);
}

/** What was asked of the collector about a report, by the reporter's browser. */
function askedAbout(gate: Gate, id: string): string[] {
  const about = gate.passed.filter(({ path, body, method }) => (path + body).includes(id) && method !== "GET");
  return about.filter(({ method }) => method !== "OPTIONS").map(({ method, path }) => `${method} ${path}`);
}

const SAYS_GONE = "It is gone everywhere.";

test("a report that IT has is taken back: gone from the Inbox, from the collector, and from here", async ({
  tab,
  earshot,
  site,
  collector,
  words,
}) => {
  const text = words("I should not have said that");
  const panel = await say(tab, site.url, text);
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  const mine = await mineOf(earshot, text);
  expect(await atCollector(collector, mine, text)).toEqual({ thread: 200, erased: false, words: true });

  const popup = await openMine(earshot, text);
  await popup.getByRole("textbox", { name: "Write back" }).fill(`What I wanted to add (${text})`);
  await takeBack(popup);
  await expect(popup.getByRole("status").filter({ hasText: SAYS_GONE })).toBeVisible({ timeout: 15_000 });
  // The keyboard is where the report was, and nothing of it is shown or kept.
  await expect(popup.getByRole("heading", { name: /^A report of / })).toBeFocused();
  await expect(popup.getByText(text)).toHaveCount(0);
  expect(await popup.evaluate(() => JSON.stringify(localStorage))).not.toContain(text);
  await expectAccessible(popup);
  expect(await atCollector(collector, mine, text)).toEqual(GONE);
  await expect(reportItem(desk, text)).toHaveCount(0);
  await expect(desk.getByText(text)).toHaveCount(0);
  expect(await isInDatabase(earshot, text)).toBe(false);

  const gone = popup.getByRole("list", { name: "Reports" }).getByRole("listitem").filter({ hasText: "Taken back" });
  await expect(gone).toHaveCount(1);
  await popup.getByRole("button", { name: "Remove from this list" }).click();
  await expect(gone).toHaveCount(0);
});

test("taken back while the collector is away it waits, is never shown again, and then is gone", async ({
  tab,
  earshot,
  site,
  gate,
  collector,
  words,
}) => {
  const text = words("This was meant for somebody else");
  await gate.shut();
  const panel = await say(tab, site.url, text);
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  const mine = await mineOf(earshot, text);
  await expect.poll(() => attemptsOf(earshot, mine.id)).toBeGreaterThan(0);
  const popup = await openMine(earshot, text);
  await takeBack(popup);
  const says = popup.getByRole("status").filter({ hasText: "Nobody can tell yet whether it has reached IT." });
  await expect(says).toBeVisible();
  await expect(says).toContainText("IT's service cannot be reached just now.");
  await expect(popup.getByRole("button", { name: "Undo" })).toBeVisible();
  await expect(popup.getByText(text)).toHaveCount(0);
  await expectAccessible(popup);

  await gate.open();
  await expect(popup.getByRole("status").filter({ hasText: SAYS_GONE })).toBeVisible({ timeout: 40_000 });
  await expect(popup.getByRole("button", { name: "Undo" })).toHaveCount(0);
  // The creation first, so that no late attempt can bring it back; then nothing but the wish.
  expect(askedAbout(gate, mine.id)).toEqual(["POST /v1/events", `DELETE /v1/threads/${mine.id}`]);
  expect(await atCollector(collector, mine, text)).toEqual(GONE);
  expect(await isInDatabase(earshot, text)).toBe(false);
  await showTab(popup, "Inbox");
  await expect(reportItem(popup, text)).toHaveCount(0);
});

test("an attempt that arrives after the report was taken back does not bring it back", async ({
  tab,
  earshot,
  site,
  gate,
  collector,
  words,
}) => {
  const text = words("The slowest proxy of all");
  const held: Parameters<NonNullable<Gate["fake"]>>[0][] = [];
  gate.fake = (passed) => {
    if (passed.method !== "POST" || !passed.body.includes(text) || held.length > 0) return null;
    // A proxy answers in the collector's stead, and passes it on hours later.
    held.push(passed);
    return { status: 504 };
  };
  await say(tab, site.url, text);
  await expect.poll(() => held.length).toBe(1);
  const mine = await mineOf(earshot, text);
  const popup = await openMine(earshot, text);
  await takeBack(popup);
  await expect(popup.getByRole("status").filter({ hasText: SAYS_GONE })).toBeVisible({ timeout: 40_000 });

  const [late] = held;
  const answer = await fetch(collector.url + late?.path, {
    method: "POST",
    headers: {
      "content-type": late?.headers["content-type"] ?? "",
      authorization: late?.headers.authorization ?? "",
    },
    body: late?.body ?? "",
  });
  expect(await answer.json()).toMatchObject({ results: [{ status: "duplicate" }] });
  expect(await atCollector(collector, mine, text)).toEqual(GONE);
});

test("who changes their mind in time has their report again, and it arrives", async ({
  tab,
  earshot,
  site,
  gate,
  collector,
  words,
}) => {
  const text = words("On second thought");
  await gate.shut();
  const panel = await say(tab, site.url, text);
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  const mine = await mineOf(earshot, text);
  await expect.poll(() => attemptsOf(earshot, mine.id)).toBeGreaterThan(0);
  const popup = await openMine(earshot, text);
  await takeBack(popup);
  await popup.getByRole("button", { name: "Undo" }).click();
  await expect(popup.getByRole("heading", { name: text })).toBeVisible();
  await gate.open();
  await expect
    .poll(() => atCollector(collector, mine, text), { timeout: 40_000 })
    .toEqual({ thread: 200, erased: false, words: true });
  expect(askedAbout(gate, mine.id)).not.toContain(`DELETE /v1/threads/${mine.id}`);
});

test("a browser that is killed with a report half taken back takes it back after its next start", async ({
  launch,
  setup,
  site,
  gate,
  collector,
  words,
}) => {
  test.setTimeout(90_000);
  const text = words("The power went out again");
  // Nobody of IT's works in it: else the Inbox has a copy, which goes with the next look at what has changed.
  const { reviewerToken: _, ...employee } = setup;
  const browser = await launch({ setup: employee });
  const tab = await browser.context.newPage();
  const panel = await say(tab, site.url, text);
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const mine = await mineOf(browser, text);
  await gate.shut();
  const popup = await openMine(browser, text);
  await takeBack(popup);
  await expect(popup.getByRole("status").filter({ hasText: "Its words are deleted on this computer." })).toBeVisible();
  expect(await isInDatabase(browser, text)).toBe(false);
  await browser.kill();
  await gate.open();
  const again = await launch({ profile: browser.profile, setup: null });
  await expect.poll(() => atCollector(collector, mine, text), { timeout: 40_000 }).toEqual(GONE);
  const after = await openPopup(again);
  await showTab(after, "My reports");
  await expect(reportItem(after, "Taken back")).toBeVisible({ timeout: 15_000 });
});

/** How often the browser has tried to send a report. */
async function attemptsOf(browser: EarshotBrowser, id: string): Promise<number> {
  const rows = await readTable<{ subject: string; attempt: number }>(browser, "outbox");
  return rows.find((row) => row.subject === id)?.attempt ?? 0;
}
