import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { OutboxRow } from "@/lib/database/rows";
import { problemType } from "@/lib/protocol/problem";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import type { Collector } from "@/scripts/services/collector";
import { readTable } from "@/tests/support/database";
import { openPanel, RECEIVED, SAVED } from "@/tests/support/panel";
import { openPopup, openReport, reportItem, showTab } from "@/tests/support/popup";
import { wordsAtIt } from "@/tests/support/words-at-it";
import { stopWorker } from "@/tests/support/worker";
import { expect, test } from "./fixtures";

async function send(page: Page, url: string, text: string) {
  await page.goto(url);
  const panel = await openPanel(page);
  await panel.words.fill(text);
  await panel.send.click();
  return panel;
}

/** How many reports with these words the collector has. */
async function stored(collector: Collector, text: string): Promise<number> {
  return (await wordsAtIt(collector)).filter((words) => words === text).length;
}

test("while the collector is away a report is saved, never called sent, and arrives later", async ({
  tab,
  site,
  gate,
  collector,
  words,
}) => {
  const text = words("The collector is on holiday");
  await gate.shut();
  const panel = await send(tab, site.url, text);
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  await expect(panel.status.filter({ hasText: RECEIVED })).toHaveCount(0);
  expect(await stored(collector, text)).toBe(0);
  await gate.open();
  await expect.poll(() => stored(collector, text), { timeout: 40_000 }).toBe(1);
});

test("a proxy's 200 with a login page is no receipt", async ({ tab, site, gate, collector, words }) => {
  const text = words("A hotel's login page swallowed it");
  gate.fake = ({ method }) =>
    method === "POST"
      ? { status: 200, headers: { "content-type": "text/html" }, body: "<h1>Sign in to Wi-Fi</h1>" }
      : null;
  const panel = await send(tab, site.url, text);
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  await expect.poll(() => gate.passed.filter(({ body }) => body.includes(text)).length).toBeGreaterThan(0);
  await expect(panel.status.filter({ hasText: RECEIVED })).toHaveCount(0);
  gate.fake = null;
  await expect.poll(() => stored(collector, text), { timeout: 40_000 }).toBe(1);
});

test("an answer lost on its way back is asked for again, and stored once", async ({
  tab,
  site,
  gate,
  collector,
  words,
}) => {
  const text = words("The answer got lost");
  let lost = 0;
  const forward = collector.url;
  gate.fake = (passed) => {
    if (passed.method !== "POST" || !passed.body.includes(text) || lost > 0) return null;
    lost++;
    // The collector gets it, the browser does not hear of that.
    void fetch(forward + passed.path, {
      method: "POST",
      headers: {
        "content-type": passed.headers["content-type"] ?? "",
        authorization: passed.headers.authorization ?? "",
      },
      body: passed.body,
    });
    return { status: 504 };
  };
  const panel = await send(tab, site.url, text);
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 40_000 });
  expect(lost).toBe(1);
  expect(gate.passed.filter(({ body }) => body.includes(text)).length).toBeGreaterThanOrEqual(2);
  expect(await stored(collector, text)).toBe(1);
});

test("a report that the collector refuses stays, says why, can be saved as a file, and edited and sent again", async ({
  tab,
  earshot,
  site,
  gate,
  collector,
  words,
}) => {
  const text = words("This one is refused");
  // The real epoch: another one would mean that the collector came back from a backup.
  const epoch = (await fetch(`${collector.url}/v1/config`)).headers.get("earshot-epoch") ?? "";
  expect(epoch).not.toBe("");
  gate.fake = (passed) =>
    passed.method === "POST" && passed.body.includes(text) ? refusing(passed.body, epoch) : null;
  await send(tab, site.url, text);
  const popup = await openPopup(earshot);
  await showTab(popup, "My reports");
  await expect(reportItem(popup, text)).toBeVisible();
  await openReport(popup, text);
  // The reason is in words that somebody who works there understands.
  await expect(popup.getByText(/urn:|invalid-event|\/data/)).toHaveCount(0);
  const download = popup.waitForEvent("download");
  await popup.getByRole("button", { name: "Save as a file" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file.split("\n").slice(0, 3)).toEqual([text, "", "Where: Orders"]);
  await popup.getByRole("button", { name: "Edit and send again" }).first().click();
  gate.fake = null;
  const better = words("And now it is taken");
  const field = popup.getByRole("textbox", { name: "Your words" });
  await expect(field).toHaveValue(text);
  await field.fill(better);
  // A popup closes at a click beside it: what was typed is there again.
  await popup.reload();
  await showTab(popup, "My reports");
  await openReport(popup, text);
  await expect(field).toHaveValue(better);
  await popup.getByRole("button", { name: /send/i }).last().click();
  await expect.poll(() => stored(collector, better), { timeout: 20_000 }).toBe(1);
  expect(await stored(collector, text)).toBe(0);
  await showTab(popup, "My reports");
  await expect(reportItem(popup, text)).toHaveCount(0);
});

test("a worker that is stopped in the middle still delivers, once", async ({
  launch,
  site,
  gate,
  collector,
  words,
}) => {
  test.setTimeout(90_000);
  const text = words("The worker was stopped");
  const browser = await launch();
  const tab = await browser.context.newPage();
  await gate.shut();
  const panel = await send(tab, site.url, text);
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  // Nothing that is open can wake the worker: the alarm alone does, which rings after half a minute.
  await tab.goto("about:blank");
  await stopWorker(browser);
  await gate.open();
  await expect.poll(() => stored(collector, text), { timeout: 50_000 }).toBe(1);
  expect(await receivedOf(browser, text)).toBe(1);
});

test("a browser that is killed before the report went out delivers it after its next start, once", async ({
  launch,
  site,
  gate,
  collector,
  words,
}) => {
  const text = words("The power went out");
  const browser = await launch();
  const tab = await browser.context.newPage();
  await gate.shut();
  const panel = await send(tab, site.url, text);
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  await browser.kill();
  await gate.open();
  await launch({ profile: browser.profile, setup: null });
  await expect.poll(() => stored(collector, text), { timeout: 40_000 }).toBe(1);
});

interface Refusing {
  status: number;
  headers: Record<string, string>;
  body: string;
}

function refusing(body: string, epoch: string): Refusing {
  const events = JSON.parse(body) as { id: string }[];
  return {
    status: 200,
    headers: { "content-type": "application/json", "earshot-protocol": "1", "earshot-epoch": epoch },
    body: JSON.stringify({
      epoch,
      head: "1",
      results: events.map(({ id }) => ({
        id,
        status: "rejected",
        problem: { type: problemType("invalid-event"), title: "Event is not valid", pointer: "/data/words" },
      })),
      wantBlobs: [],
    }),
  };
}

/** How many creations with these words the outbox holds as acknowledged. */
async function receivedOf(browser: EarshotBrowser, text: string): Promise<number> {
  await expect
    .poll(async () => (await readTable<OutboxRow>(browser, "outbox")).every((row) => row.state === "received"))
    .toBe(true);
  const mine = await readTable<{ id: string; words: string }>(browser, "mine");
  const ids = mine.filter((row) => row.words === text).map((row) => row.id);
  return ids.length;
}
