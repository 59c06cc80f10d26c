import type { Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { closeByEscape, launcher, moveKeysIntoPanel, openPanel, panelIn } from "@/tests/support/panel";
import { configure, type ExtensionGlobal } from "@/tests/support/extension-page";
import { readTable } from "@/tests/support/database";
import { overlap } from "@/tests/support/launcher-place";
import { reloadExtension } from "@/tests/support/worker";
import { popupOver } from "@/tests/support/popup";
import { serveFolder } from "@/tests/support/static-server";
import { expect, test } from "./fixtures";

test("there is one button, in the top frame only", async ({ tab, wiki }) => {
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toHaveCount(1);
  // The tool inside of a frame of itself: the button stays the top page's.
  await tab.evaluate((url) => {
    const frame = Object.assign(document.createElement("iframe"), { src: url, name: "inner" });
    document.body.append(frame);
  }, `${wiki.url}/#Printers`);
  const inner = tab.frameLocator('iframe[name="inner"]');
  await expect(inner.getByText("One on each floor")).toBeVisible();
  await expect(inner.getByRole("button", { name: "This annoys me" })).toHaveCount(0);
  await expect(launcher(tab)).toHaveCount(1);
});

test("it is not on pages that policy does not name", async ({ tab, wiki }) => {
  const server = await serveFolder("/nowhere", {
    "/index.html": "<!doctype html><title>Not ours</title><h1>Not ours</h1>",
  });
  await tab.goto(server.url);
  await expect(tab.getByRole("heading", { name: "Not ours" })).toBeVisible();
  // Another tab, opened later, has it already: long enough for this one to have got it.
  const other = await tab.context().newPage();
  await other.goto(wiki.url);
  await expect(launcher(other)).toBeVisible();
  await expect(launcher(tab)).toHaveCount(0);
  await server.close();
});

test("it comes to open tabs at once, and goes at once when policy takes the site away", async ({
  launch,
  setup,
  wiki,
}) => {
  const browser = await launch({ setup: null });
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  await expect(tab.getByText("Everything about computers")).toBeVisible();
  await expect(launcher(tab)).toHaveCount(0);
  await configure(browser, setup);
  await expect(launcher(tab)).toBeVisible();
  const panel = await openPanel(tab);
  await expect(panel.dialog).toBeVisible();
  await configure(browser, { ...setup, sites: [] });
  await expect(launcher(tab)).toHaveCount(0);
  await expect(panelIn(tab).dialog).toBeHidden();
});

test("the keyboard reaches it, opens the form and finds its menu", async ({ tab, wiki }) => {
  await tab.goto(wiki.url);
  const button = launcher(tab);
  await expect(button).toBeVisible();
  // Backwards from the top of the page: the button hangs at the very end of the document.
  await tab.locator("body").click({ position: { x: 5, y: 5 } });
  for (let presses = 0; presses < 60; presses++) {
    await tab.keyboard.press("Shift+Tab");
    if (await button.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node)) break;
  }
  await expect(button).toBeFocused();
  await tab.keyboard.press("Enter");
  // The box of a panel that is only warmed counts as focused already.
  await expect(panelIn(tab).send).toBeVisible();
  await moveKeysIntoPanel(tab);
  await closeByEscape(tab);
  await expect(button).toBeFocused();
  await tab.keyboard.press("Shift+F10");
  await expect(tab.getByRole("menuitem", { name: "Hide here today" })).toBeVisible();
  await tab.keyboard.press("Escape");
  await expect(tab.getByRole("menuitem", { name: "Hide here today" })).toBeHidden();
});

test("it moves to another corner by its menu, and stays there", async ({ launch, wiki }) => {
  const browser = await launch();
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  const before = await launcher(tab).boundingBox();
  await openMenu(tab);
  await tab.getByRole("menuitem", { name: "Move to another corner" }).click();
  await expect.poll(() => launcher(tab).boundingBox()).not.toEqual(before);
  const after = await launcher(tab).boundingBox();
  await tab.reload();
  await expect.poll(() => launcher(tab).boundingBox()).toEqual(after);
});

for (const item of ["Hide here today", "Never here"] as const) {
  test(`"${item}" takes it away, and the popup brings it back`, async ({ launch, wiki }) => {
    const browser = await launch();
    const tab = await browser.context.newPage();
    await tab.goto(wiki.url);
    await openMenu(tab);
    await tab.getByRole("menuitem", { name: item }).click();
    await expect(launcher(tab)).toHaveCount(0);
    await tab.reload();
    await expect(tab.getByText("Everything about computers")).toBeVisible();
    await expect(launcher(tab)).toHaveCount(0);
    const popup = await popupOver(browser, tab);
    await popup.getByRole("button", { name: "Show it again" }).click();
    await expect(launcher(tab)).toBeVisible();
  });
}

test("it never covers the element that has the focus", async ({ tab, wiki }) => {
  await tab.goto(wiki.url);
  const button = launcher(tab);
  await expect(button).toBeVisible();
  const place = await button.boundingBox();
  if (!place) throw new Error("the button has no place");
  await tab.evaluate(({ x, y }) => {
    const field = Object.assign(document.createElement("input"), { id: "under" });
    field.style.cssText = `position:fixed;left:${x - 20}px;top:${y}px;width:120px;height:30px`;
    document.body.append(field);
    field.focus();
  }, place);
  const field = await tab.locator("#under").boundingBox();
  if (!field) throw new Error("the field has no place");
  await expect.poll(async () => overlap((await button.boundingBox()) ?? place, field)).toBe(false);
});

test("the context menu's entry opens the form", async ({ tab, earshot, wiki }) => {
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible();
  const worker = await earshot.worker();
  await worker.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as ExtensionGlobal & {
      chrome: { contextMenus: { onClicked: { dispatch(info: object, tab: object): void } } };
    };
    const [found] = await chrome.tabs.query({ url: `${url}/*` });
    chrome.contextMenus.onClicked.dispatch({ menuItemId: "report", pageUrl: `${url}/` }, { ...found });
  }, wiki.url);
  await expect(panelIn(tab).words).toBeFocused();
});

test("a hover that failed is made good by the next", async ({ launch, wiki }) => {
  const browser = await launch();
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible();
  const worker = await browser.worker();
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { hasFailed?: boolean; chrome: { storage: { session: Session } } };
    type Session = { set(what: object): Promise<void> };
    const { session } = scope.chrome.storage;
    const set = session.set.bind(session);
    session.set = () => {
      session.set = set;
      scope.hasFailed = true;
      return Promise.reject(new Error("once"));
    };
  });
  await launcher(tab).hover();
  await expect
    .poll(() => worker.evaluate(() => (globalThis as unknown as { hasFailed?: boolean }).hasFailed ?? false))
    .toBe(true);
  await openPanel(tab);
});

test("an updated extension takes the place of the old one, in open tabs too, and the draft is there", async ({
  launch,
  wiki,
}) => {
  const { browser, pages } = await withHalfAThought(launch, wiki.url);
  await reloadExtension(browser);
  for (const page of pages) {
    await expect(page.locator("earshot-launcher[data-old]")).toHaveCount(0);
    await expect(launcher(page)).toHaveCount(1);
  }
  await pages[0].bringToFront();
  const panel = await openPanel(pages[0]);
  await expect(panel.words).toHaveValue("Half a thought");
});

test("it goes with an extension that is taken away: the panel by itself, the button when the person is back", async ({
  launch,
  wiki,
}) => {
  const { browser, pages } = await withHalfAThought(launch, wiki.url);
  const worker = await browser.worker();
  const gone = worker.waitForEvent("close");
  // An extension that came by the command line does not come back; and the worker that is asked does not live to answer.
  void worker.evaluate(() => (globalThis as unknown as ExtensionGlobal).chrome.runtime.reload()).catch(() => {});
  await gone;
  await expect(pages[0].locator("earshot-launcher")).toHaveCount(0);
  await pages[1].bringToFront();
  await pages[1].getByText("Everything about computers").click();
  await expect(pages[1].locator("earshot-launcher")).toHaveCount(0);
});

test("nothing but the button is in the page before a hover, and it is small", async ({ tab, wiki }) => {
  await tab.goto(wiki.url);
  const button = launcher(tab);
  await expect(button).toBeVisible();
  const nodes = await button.evaluate((node) => {
    const root = node.getRootNode() as ShadowRoot;
    return { inside: root.querySelectorAll("*").length, frames: root.querySelectorAll("iframe").length };
  });
  expect(nodes.frames).toBe(0);
  // The host counts as well: at most 8 in all (TARGETS).
  expect(nodes.inside + 1).toBeLessThanOrEqual(8);
});

/** Two pages with the button, marked as old; in the first the panel is open, with words that are kept. */
async function withHalfAThought(launch: () => Promise<EarshotBrowser>, url: string) {
  const browser = await launch();
  const pages = [await browser.context.newPage(), await browser.context.newPage()] as const;
  for (const page of pages) {
    await page.goto(url);
    await expect(launcher(page)).toBeVisible();
    await page.locator("earshot-launcher").evaluate((host) => host.setAttribute("data-old", ""));
  }
  await pages[0].bringToFront();
  const panel = await openPanel(pages[0]);
  await panel.words.fill("Half a thought");
  await expect.poll(async () => JSON.stringify(await readTable(browser, "drafts"))).toContain("Half a thought");
  return { browser, pages };
}

/** The menu's script comes with the first hover; a person is slower than it, a test is not. */
async function openMenu(tab: Page): Promise<void> {
  await launcher(tab).hover();
  await expect(launcher(tab)).toHaveAttribute("aria-haspopup", "menu");
  await launcher(tab).click({ button: "right" });
}
