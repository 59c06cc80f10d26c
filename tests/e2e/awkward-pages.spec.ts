import type { Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { launcher, openPanel, panelIn, panelPage, RECEIVED } from "@/tests/support/panel";
import { popupOver } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

/** Pages that make it hard, and yet the form opens in them and sends. */
const POSSIBLE = [
  ["a strict content security policy", "/csp"],
  ["trusted types", "/trusted-types"],
  ["cross-origin isolation", "/isolated"],
  ["a thief of keys and focus", "/keys"],
  ["a page that lies on top of everything", "/transforms"],
  ["a page from right to left", "/rtl"],
  ["a single-page tool", "/spa#/orders/4711"],
  ["a page that frames itself", "/framed"],
] as const;

for (const [what, path] of POSSIBLE) {
  test(`the form opens and sends on ${what}`, async ({ tab, site, words }) => {
    const text = words(`Seen on ${what}: see/us`);
    await tab.goto(site.url + path);
    const panel = await openPanel(tab);
    await panel.words.pressSequentially(text);
    await expect(panel.words).toHaveValue(text);
    await panel.send.click();
    await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  });
}

/** Pages that can show no form, or no button even: the popup has the same form for them. */
const IMPOSSIBLE = [
  ["a sandbox without scripts", "/sandbox"],
  // Its frames are sandboxed like it: ours would come up and could not be trusted to be ours.
  ["a sandbox that allows scripts", "/sandbox-scripts"],
  ["a drawing", "/drawing.svg"],
  ["an XML document", "/data.xml"],
  ["a PDF", "/paper.pdf"],
] as const;

for (const [what, path] of IMPOSSIBLE) {
  test(`the popup's form reports ${what}`, async ({ tab, earshot, site, words, gate }) => {
    const text = words(`Seen on ${what}`);
    await visit(tab, site.url + path);
    const popup = await popupOver(earshot, tab);
    await popup.getByRole("button", { name: "Report this page" }).click();
    const panel = panelPage(popup);
    await expect(panel.words).toBeVisible();
    await panel.words.fill(text);
    await panel.send.click();
    await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
    const sent = gate.passed.find(({ method, body }) => method === "POST" && body.includes(text));
    expect(sent?.body).toContain(new URL(site.url).origin);
  });
}

for (const path of ["/sandbox", "/sandbox-scripts"]) {
  test(`a click in ${path} brings up the popup's form`, async ({ tab, earshot, site }) => {
    await tab.goto(site.url + path);
    const before = (await formTargets(earshot)).length;
    await launcher(tab).click();
    await expect.poll(async () => (await formTargets(earshot)).length).toBe(before + 1);
    await expect(panelIn(tab).dialog).toBeHidden();
  });
}

test("outside of the sites the popup offers the form without a page", async ({ earshot, tab, words, gate }) => {
  const text = words("The printer on the second floor");
  await tab.goto("about:blank");
  const popup = await popupOver(earshot, tab);
  await popup.getByRole("button", { name: "Tell IT something else" }).click();
  const panel = panelPage(popup);
  await panel.words.fill(text);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const sent = gate.passed.find(({ method, body }) => method === "POST" && body.includes(text));
  const [event] = JSON.parse(sent?.body ?? "[]") as { data: { context: unknown } }[];
  expect(event?.data.context).toBeNull();
});

test("the button comes back where a page is written anew", async ({ tab, site }) => {
  await tab.goto(`${site.url}/document-open`);
  await expect(launcher(tab)).toBeVisible();
  await tab.evaluate(() => (globalThis as unknown as { rewrite(): void }).rewrite());
  await expect(tab.getByRole("heading", { name: "Written anew" })).toBeVisible();
  await expect(launcher(tab)).toHaveCount(1);
  const panel = await openPanel(tab);
  await expect(panel.words).toBeFocused();
});

test("the button comes back where a page tidies up, once", async ({ tab, site }) => {
  await tab.goto(`${site.url}/hostile`);
  await expect(launcher(tab)).toBeVisible();
  await tab.evaluate(() => (globalThis as unknown as { clean(): void }).clean());
  await tab.locator("#search").focus();
  await expect(launcher(tab)).toHaveCount(1);
});

test("a page that moves our element does not lose the words", async ({ tab, site, words }) => {
  const text = words("Moved about");
  await tab.goto(`${site.url}/hostile`);
  const panel = await openPanel(tab);
  await panel.words.pressSequentially(text);
  await expect(panel.words).toHaveValue(text);
  await tab.evaluate(() => (globalThis as unknown as { move(): void }).move());
  // A frame that was moved is loaded anew, and folds as soon as it says hello again.
  await expect(launcher(tab)).toBeVisible();
  await openPanel(tab);
  await expect(panel.words).toHaveValue(text);
  await panel.words.fill("");
});

test("what looks private in an address stays here", async ({ tab, site, words, gate }) => {
  const text = words("About one order");
  await tab.goto(`${site.url}/orders/4711?token=secret#private`);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const sent = gate.passed.find(({ method, body }) => method === "POST" && body.includes(text))?.body ?? "";
  const [event] = JSON.parse(sent) as { data: { context: { path: string; title?: string } } }[];
  expect(event?.data.context.path).toBe("/orders/{id}");
  expect(sent).not.toContain("secret");
  expect(sent).not.toContain("private");
  expect(sent).not.toContain("jane@corp.test");
});

/** Forms that are pages of their own: the real popup, which Playwright has no page for, or a tab. */
async function formTargets(browser: EarshotBrowser): Promise<string[]> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const targets = (await session?.send("Target.getTargets"))?.targetInfos ?? [];
  await session?.detach();
  return targets.filter(({ type, url }) => type === "page" && url.includes("/panel.html")).map(({ url }) => url);
}

/** A PDF is shown by a viewer; Playwright waits for it in vain. */
async function visit(tab: Page, url: string): Promise<void> {
  await tab.goto(url, { waitUntil: "commit" }).catch(() => undefined);
}
