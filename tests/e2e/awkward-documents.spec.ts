import { type AwkwardPage, findingsOf, reportFrom } from "@/tests/support/awkward";
import { installProbe } from "@/tests/site/probe";
import { expect, test } from "./fixtures";

/** Policies of servers, and all kinds of documents, that can have the button. Which cannot: awkward-popup.spec.ts. */
const PAGES: AwkwardPage[] = [
  {
    what: "a policy that allows nothing",
    path: "/csp",
    async works(tab) {
      await tab.locator("#tick").check();
    },
  },
  { what: "a strict policy with nonces and trusted types", path: "/csp-strict" },
  { what: "cross-origin isolation, require-corp", path: "/isolated" },
  { what: "cross-origin isolation, credentialless", path: "/credentialless" },
  { what: "a sandbox that keeps its origin", path: "/sandbox-origin" },
  { what: "XHTML", path: "/xhtml" },
  { what: "quirks mode", path: "/quirks" },
  {
    what: "a frameset",
    path: "/frameset",
    async works(tab) {
      const menu = tab.frameLocator("[name=menu]");
      await menu.locator("#save").click();
      await expect(menu.locator("#done")).toHaveText("Saved 1");
    },
  },
  { what: "frames of the same and of another origin", path: "/framed" },
  {
    what: "plain text",
    path: "/text.txt",
    async works(tab) {
      await tab.locator("pre").dblclick({ position: { x: 20, y: 10 } });
      expect(await tab.evaluate(() => String(getSelection()).trim())).toBe("log");
    },
  },
  {
    what: "a PDF",
    path: "/paper.pdf",
    // Its viewer takes the keyboard when its inner frame, with the pages, is there.
    before: (tab) =>
      expect.poll(() => tab.frames().filter((frame) => frame.url().endsWith("/paper.pdf")).length).toBe(2),
    works: async () => {},
  },
];

for (const page of PAGES) {
  test(`a report from ${page.what}`, ({ earshot, tab, site, gate, words }) =>
    reportFrom(page, { earshot, tab, site, gate, words }));
}

test("the probe hears and reads what is typed into the page itself", async ({ earshot, tab, site }) => {
  await tab.addInitScript(installProbe);
  await tab.goto(site.url);
  await tab.locator("#search").focus();
  await findingsOf(earshot, site.url);
  await tab.keyboard.type("s?");
  const [findings] = await findingsOf(earshot, site.url);
  expect(findings?.heard).toContain("keydown s");
  expect(findings?.heard).toContain("input ?");
  expect(findings?.read).toContain(" s?");
});
