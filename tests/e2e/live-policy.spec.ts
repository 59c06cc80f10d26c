import type { EarshotBrowser } from "@/scripts/browser/launch";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { readTableIn } from "@/tests/support/database";
import { createGate, type Gate } from "@/tests/support/gate";
import { managePolicy, reloadPolicy, removePolicy, whyNotManage } from "@/tests/support/managed-policy";
import { launcher, openPanel, RECEIVED, SAVED } from "@/tests/support/panel";
import { findReport, openPopup, openReport, reportItem, showTab } from "@/tests/support/popup";
import { expect, test as base } from "./fixtures";

/** Policy that changes while everything is open: nobody loads a page anew to see it. */

const test = base.extend<{ moved: Gate }>({
  /** The same collector behind another address: to a browser that is another one. */
  moved: async ({ collector }, use) => {
    const gate = await createGate(collector.url);
    await use(gate);
    await gate.shut();
  },
});

const whyNot = whyNotManage();
test.skip(whyNot !== null, whyNot ?? "");
test.afterEach(() => removePolicy());
test.afterAll(() => removePolicy());

const SOON = { timeout: 20_000 };

async function change(browser: EarshotBrowser, policy: object): Promise<void> {
  managePolicy(policy);
  await reloadPolicy(browser.context);
}

test("a tab that is open gets the button with its site, and loses it with the form in it, but not the words", async ({
  launch,
  wiki,
  site,
  gate,
  collector,
  words,
}) => {
  const values = { endpoint: gate.url, ingestToken: collector.ingestToken };
  const handbook = { matches: [`${wiki.url}/*`], name: "Nordwind handbook" };
  const orders = { matches: [`${site.url}/*`], name: "Orders" };
  managePolicy({ ...values, sites: [handbook] });
  const browser = await launch({ setup: null });
  const [read, order] = [await browser.context.newPage(), await browser.context.newPage()];
  await read.goto(wiki.url);
  await order.goto(site.url);
  await expect(launcher(read)).toBeVisible(SOON);
  await expect(launcher(order)).toHaveCount(0);

  await change(browser, { ...values, sites: [handbook, orders] });
  await order.bringToFront();
  await expect(launcher(order)).toBeVisible(SOON);
  const panel = await openPanel(order);
  const typed = words("Half typed when the site went");
  await panel.words.fill(typed);
  await expect.poll(() => draftsIn(browser)).toContain(typed);

  await change(browser, { ...values, sites: [handbook] });
  await order.bringToFront();
  await expect(launcher(order)).toHaveCount(0, SOON);
  await expect(panel.words).toHaveCount(0);
  await expect(launcher(read)).toBeVisible();

  await change(browser, { ...values, sites: [orders] });
  await order.bringToFront();
  await expect(launcher(order)).toBeVisible(SOON);
  await expect(launcher(read)).toHaveCount(0, SOON);
  await expect((await openPanel(order)).words).toHaveValue(typed);
});

async function draftsIn(browser: EarshotBrowser): Promise<string> {
  const page = await browser.open("sheet.html");
  const rows = await readTableIn(page, "drafts");
  await page.close();
  return JSON.stringify(rows);
}

test("what waits for one endpoint never goes to the next, unless policy says so", async ({
  launch,
  wiki,
  gate,
  moved,
  collector,
  words,
}) => {
  const [waiting, next] = [words("Written for the first address"), words("Written for the second address")];
  const values = { ingestToken: collector.ingestToken, sites: [{ matches: [`${wiki.url}/*`], name: "Handbook" }] };
  managePolicy({ ...values, endpoint: gate.url });
  const browser = await launch({ setup: null });
  const popup = await openPopup(browser);
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible(SOON);
  let tried = 0;
  gate.fake = ({ method, path }) => {
    if (method !== "POST" || !path.endsWith("/events")) return null;
    tried += 1;
    return { status: 503 };
  };
  const first = await openPanel(tab);
  await first.words.fill(waiting);
  await first.send.click();
  await expect(first.status.filter({ hasText: SAVED })).toBeVisible();
  await expect.poll(() => tried, SOON).toBeGreaterThan(0);
  await first.frame.getByRole("button", { name: "Close" }).click();

  await change(browser, { ...values, endpoint: moved.url });
  await popup.bringToFront();
  await openReport(popup, waiting);
  await expect(popup.getByText("It was written for another company's IT.")).toBeVisible(SOON);
  await tab.bringToFront();
  const second = await openPanel(tab);
  await second.words.fill(next);
  await second.send.click();
  await expect(second.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const wentTo = (to: Gate, text: string) => to.passed.some(({ body }) => body.includes(text));
  expect([wentTo(moved, next), wentTo(moved, waiting), wentTo(gate, next)]).toEqual([true, false, false]);

  await change(browser, { ...values, endpoint: moved.url, moveWaiting: true });
  await expect.poll(() => wentTo(moved, waiting), SOON).toBe(true);
  await popup.bringToFront();
  await expect(popup.getByText("It was written for another company's IT.")).toHaveCount(0, SOON);
});

test("an open Inbox goes with the reviewer's token and comes back with a good one; what is wrong is said", async ({
  launch,
  gate,
  collector,
}) => {
  const text = `The label printer is on strike ${oneWord()}`;
  await colleaguesFile(collector, [{ words: text }]);
  const values = { endpoint: gate.url, ingestToken: collector.ingestToken, sites: [] };
  managePolicy({ ...values, reviewers: { token: collector.reviewerToken } });
  const browser = await launch({ setup: null });
  const popup = await openPopup(browser);
  const inbox = popup.getByRole("tab", { name: "Inbox" });
  await expect(inbox).toBeVisible(SOON);
  await showTab(popup, "Inbox");
  await expect(await findReport(popup, text)).toBeVisible();
  const options = await browser.open("options.html");
  await expect(options.getByText("You read and answer reports as")).toBeVisible();

  await change(browser, values);
  await expect(options.getByText("You report what annoys you")).toBeVisible(SOON);
  await popup.bringToFront();
  await expect(inbox).toHaveCount(0, SOON);
  await expect(reportItem(popup, text)).toHaveCount(0);
  await expect.poll(() => readTableIn(popup, "reports")).toEqual([]);

  await change(browser, { ...values, reviewers: { token: "rt_of_somebody_else" } });
  await expect(options.getByText("The access token was not accepted.")).toBeVisible(SOON);
  await popup.bringToFront();
  await expect(popup.getByText("Your access as a reviewer is not accepted any more.")).toBeVisible(SOON);
  await expect(inbox).toHaveCount(0);

  await change(browser, { ...values, reviewers: { token: collector.reviewerToken } });
  await popup.bringToFront();
  await expect(inbox).toBeVisible(SOON);
  await showTab(popup, "Inbox");
  await expect(await findReport(popup, text)).toBeVisible();
});
