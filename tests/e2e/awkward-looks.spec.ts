import type { Page } from "@playwright/test";
import { type AwkwardPage, formTargets, pressCommand, reportFrom } from "@/tests/support/awkward";
import type { ExtensionGlobal } from "@/tests/support/extension-page";
import { launcher, openPanel, panelIn } from "@/tests/support/panel";
import { expect, test } from "./fixtures";

const saysYes = async (tab: Page) => {
  await tab.locator("#inner").click();
  await expect(tab.locator("#answer")).toHaveText("Yes");
};
const asks = (tab: Page) => tab.locator("#ask").click();
const fullScreen = async (tab: Page, what: string) => {
  await tab.getByRole("button", { name: `Full screen: ${what}` }).click();
  await expect.poll(() => tab.evaluate(() => document.fullscreenElement?.localName)).toBe(what);
};

/** Styles, sizes, and whatever takes the top of the page or the keyboard for itself. */
const PAGES: AwkwardPage[] = [
  { what: "a page that unsets every style", path: "/unset" },
  { what: "a page that hides what it does not know", path: "/hidden" },
  { what: "a page with something on top of everything", path: "/transforms" },
  { what: "a page that lies under its own shell", path: "/overlay" },
  { what: "a page from right to left", path: "/rtl" },
  { what: "a window of 320 pixels", path: "/", window: { width: 320, height: 568 } },
  { what: "a page of 100,000 elements", path: "/large" },
  { what: "an open modal dialog", path: "/dialog", before: asks, works: saysYes },
  {
    what: "a popover over everything",
    path: "/popover",
    async before(tab) {
      await asks(tab);
      // Where the page was covered without a word, the first key or click brings the button up again.
      await tab.keyboard.press("Tab");
    },
    works: saysYes,
  },
  {
    what: "a page that is inert",
    path: "/inert",
    works: (tab) => expect(tab.locator("#done")).toHaveText("Saved 1"),
  },
  { what: "a focus trap", path: "/focus-trap" },
  { what: "a focus trap that listened first", path: "/focus-trap-first" },
  {
    what: "a page in full screen",
    path: "/fullscreen",
    async before(tab) {
      await fullScreen(tab, "html");
      // Chromium 150 puts the page over the button, as it does with a part of one.
      await tab.keyboard.press("Tab");
    },
  },
  {
    what: "a part of a page in full screen",
    path: "/fullscreen",
    async before(tab) {
      await fullScreen(tab, "main");
      await tab.keyboard.press("Tab");
    },
  },
];

for (const page of PAGES) {
  test(`a report from ${page.what}`, ({ earshot, tab, site, gate, words }) =>
    reportFrom(page, { earshot, tab, site, gate, words }));
}

test("a report at 400 % zoom", async ({ tab, site, gate, words, earshot }) => {
  const zoom = async (factor: number) =>
    (await earshot.worker()).evaluate(
      async ([pattern, wanted]) => {
        const { chrome } = globalThis as unknown as ExtensionGlobal & {
          chrome: { tabs: { setZoom(tabId: number | undefined, factor: number): Promise<void> } };
        };
        const [found] = await chrome.tabs.query({ url: pattern });
        await chrome.tabs.setZoom(found?.id, wanted);
      },
      [`${site.url}/*`, factor] as const,
    );
  const page: AwkwardPage = {
    what: "400 % zoom",
    path: "/",
    async before() {
      await zoom(4);
      await expect.poll(() => tab.evaluate(() => innerWidth)).toBe(320);
    },
  };
  await reportFrom(page, { earshot, tab, site, gate, words });
  // The browser remembers it for the site.
  await zoom(1);
});

test("a dialog that comes and goes takes the form along with its words, whatever becomes of it", async ({
  tab,
  site,
  words,
}) => {
  const text = words("While it asks");
  await tab.goto(`${site.url}/dialog`);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  const host = tab.locator("earshot-launcher");
  const home = () => host.evaluate((element) => element.parentElement?.localName);
  await asks(tab);
  await expect.poll(home).toBe("dialog");
  await panel.words.pressSequentially("!");
  await expect(panel.words).toHaveValue(`${text}!`);
  await tab.locator("#dialog").evaluate((dialog: HTMLDialogElement) => dialog.close());
  await expect.poll(home).toBe("html");
  await expect(panel.words).toHaveValue(`${text}!`);
  await asks(tab);
  await expect.poll(home).toBe("dialog");
  // Thrown away while it is open, with all that is in it: the button comes back by itself, and the words with it.
  await tab.locator("#dialog").evaluate((dialog) => dialog.remove());
  await expect.poll(home).toBe("html");
  await expect((await openPanel(tab)).words).toHaveValue(`${text}!`);
  await panel.words.fill("");
});

test("in full screen the command brings the form up, where nobody has pressed anything yet", async ({
  tab,
  site,
  earshot,
}) => {
  await tab.goto(`${site.url}/fullscreen`);
  await expect(launcher(tab)).toBeVisible();
  await fullScreen(tab, "main");
  await pressCommand(earshot, site.url);
  await expect(panelIn(tab).words).toBeFocused();
});

test("where the whole page is inert, the command brings up the popup's form", async ({ tab, site, earshot }) => {
  await tab.goto(`${site.url}/inert-root`);
  await expect(launcher(tab)).toHaveCount(1);
  const before = (await formTargets(earshot)).length;
  await pressCommand(earshot, site.url);
  await expect.poll(async () => (await formTargets(earshot)).length).toBe(before + 1);
  await expect(panelIn(tab).dialog).toBeHidden();
});
