import type { Page } from "@playwright/test";
import { installProbe } from "@/tests/site/probe";
import { type AwkwardPage, reportFrom } from "@/tests/support/awkward";
import { closeByCancel, launcher, openPanel, panelIn } from "@/tests/support/panel";
import { expect, test } from "./fixtures";

/** A variable of the page's own, as it counts what it did. */
const counted = (tab: Page, name: string) =>
  tab.evaluate((key) => Number((globalThis as unknown as Record<string, unknown>)[key]), name);
const untilMore = async (tab: Page, name: string) => {
  const before = await counted(tab, name);
  await expect.poll(() => counted(tab, name)).toBeGreaterThan(before);
};

/** Scripts of the page that are in the way. */
const PAGES: AwkwardPage[] = [
  { what: "a page that stops and prevents every event", path: "/stops-everything" },
  {
    what: "a page with a hot-key on every letter",
    path: "/hot-keys",
    async works(tab) {
      await tab.keyboard.press("g");
      expect(await tab.evaluate(() => (globalThis as unknown as { pressed: string }).pressed)).toBe("g");
    },
  },
  {
    what: "a page that draws itself anew every second",
    path: "/body-replaced",
    before: (tab) => untilMore(tab, "drawn"),
    meanwhile: (tab) => untilMore(tab, "drawn"),
  },
  {
    what: "a page that was written anew",
    path: "/document-open",
    async before(tab) {
      await tab.evaluate(() => (globalThis as unknown as { rewrite(): void }).rewrite());
      await expect(tab.getByRole("heading", { name: "Written anew" })).toBeVisible();
      await expect(launcher(tab)).toHaveCount(1);
      // It takes every listener away, those of the probe as well.
      await tab.evaluate(installProbe);
    },
    works: async (tab) => {
      await tab.locator("#save").click();
      await expect(tab.locator("#done")).toHaveText("Saved");
    },
  },
  {
    what: "a page that goes on by pushState and by its hash",
    path: "/spa#/orders/4711",
    async meanwhile(tab) {
      await tab.evaluate(() => (globalThis as unknown as { go(path: string): void }).go("/elsewhere"));
      await tab.evaluate(() => (location.hash = "#/people/7"));
      await expect(tab).toHaveTitle("View #/people/7");
    },
  },
  { what: "a page with spoilt prototypes", path: "/polluted" },
  {
    what: "a page that presses, floods and asks by script",
    path: "/meddles",
    async before(tab) {
      await untilMore(tab, "tried");
      await expect(panelIn(tab).dialog).toBeHidden();
    },
    meanwhile: (tab) => untilMore(tab, "tried"),
  },
  {
    what: "a page that has moved our element",
    path: "/hostile",
    before: (tab) => tab.evaluate(() => (globalThis as unknown as { move(): void }).move()),
  },
];

for (const page of PAGES) {
  test(`a report from ${page.what}`, ({ earshot, tab, site, gate, words }) =>
    reportFrom(page, { earshot, tab, site, gate, words }));
}

test("the button comes back where a page tidies up, once", async ({ tab, site }) => {
  await tab.goto(`${site.url}/hostile`);
  await expect(launcher(tab)).toBeVisible();
  await tab.evaluate(() => (globalThis as unknown as { clean(): void }).clean());
  await tab.locator("#search").focus();
  await expect(launcher(tab)).toHaveCount(1);
  await tab.evaluate(() => (globalThis as unknown as { clean(): void }).clean());
  // A click is as good as a focus, also on what takes none.
  await tab.locator("h1").click();
  await expect(launcher(tab)).toHaveCount(1);
});

test("a page that moves our element under an open form does not lose the words", async ({ tab, site, words }) => {
  const text = words("Moved about");
  await tab.goto(`${site.url}/hostile`);
  const panel = await openPanel(tab);
  await panel.words.pressSequentially(text);
  await expect(panel.words).toHaveValue(text);
  await tab.evaluate(() => (globalThis as unknown as { move(): void }).move());
  // The frame begins anew, with an address that was good once: it folds.
  await expect(tab.locator("earshot-launcher iframe.open")).toHaveCount(0);
  await openPanel(tab);
  await expect(panel.words).toHaveValue(text);
  await panel.words.fill("");
});

test("a page that frames the form's own address gets nothing that takes words", async ({ tab, site }) => {
  await tab.goto(site.url);
  await openPanel(tab);
  // Only the end-to-end build's open root gives this address away; it is good once, and that once was ours.
  await tab.evaluate(() => {
    const ours = document.querySelector("earshot-launcher")?.shadowRoot?.querySelector("iframe");
    document.body.append(Object.assign(document.createElement("iframe"), { id: "copy", src: ours?.src }));
  });
  const copy = tab.frameLocator("#copy");
  await expect(copy.getByText("belongs to a page that is not open any more")).toBeVisible();
  await expect(copy.getByRole("button", { name: "Send to IT" })).toHaveCount(0);
});

test("what closes at a press elsewhere stays open, and can be reported", async ({ tab, site }) => {
  await tab.goto(site.url);
  await tab.evaluate(() => {
    const menu = Object.assign(document.createElement("div"), { id: "menu", textContent: "A menu of the page" });
    document.body.append(menu);
    for (const type of ["pointerdown", "mousedown", "click"]) document.addEventListener(type, () => menu.remove());
  });
  await launcher(tab).hover();
  await expect(launcher(tab)).toHaveAttribute("aria-haspopup", "menu");
  await openPanel(tab);
  await expect(tab.locator("#menu")).toBeVisible();
  await closeByCancel(tab);
  await tab.locator("h1").click();
  await expect(tab.locator("#menu")).toHaveCount(0);
});
