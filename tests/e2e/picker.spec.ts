import type { FrameLocator, Locator, Page } from "@playwright/test";
import { configure } from "@/tests/support/extension-page";
import { launcher, openPanel, type Panel, pressAway, RECEIVED } from "@/tests/support/panel";
import { serveFolder } from "@/tests/support/static-server";
import { expect, test } from "./fixtures";

/** Everything by which a page could learn that somebody points at it. It listens first and tries to keep everything. */
const LISTENS = `<script>
  window.heard = [];
  const acts = ["keydown", "keypress", "keyup", "click", "mousedown", "mouseup", "pointerdown", "pointerup", "pointermove",
    "mousemove", "mouseover", "touchstart", "touchend", "wheel", "contextmenu", "focusin", "submit"];
  for (const act of acts) addEventListener(act, (event) => {
    // That there is something of ours no page can be kept from seeing: it lies under the mouse and has the focus.
    if (event.target.localName?.startsWith("earshot-") && /^(focusin|mouseover)$/.test(act)) return;
    window.heard.push(act + " " + event.target.localName);
    if (/^key/.test(act)) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);
</script>`;

const PAGE = `<!doctype html><title>Invoices</title>${LISTENS}
<style>html { transform: rotate(0.01deg) } .high { position: relative; z-index: 2147483647 } :hover { outline: 0 }</style>
<h1>Accounting</h1>
<table class="high"><caption>Invoices</caption>
  <tr><th>Customer</th><th>Amount</th><th>Do</th></tr>
  <tr><td>Jane Smith</td><td>1,250.00</td><td><button onclick="document.title = 'pressed'">Approve</button></td></tr>
</table>
<p><label>Card <input value="4111 1111 1111 1111"></label></p>
<x-box></x-box>
<iframe title="inner" style="margin: 40px; border: 7px solid; width: 300px; height: 120px"
  srcdoc="<h2>Totals</h2><button>Refresh</button>"></iframe>
<div style="height: 3000px"></div><a href="#end">The end</a>
<dialog aria-label="Delete"><button>Really delete</button></dialog>
<script>document.querySelector("x-box").attachShadow({ mode: "open" }).innerHTML = "<button>In the shadow</button>"</script>`;

interface Picker {
  frame: FrameLocator;
  /** What would be taken now, in words. */
  said: Locator;
  cancel: Locator;
  gone(): Promise<void>;
}

async function startPicking(page: Page, panel: Panel): Promise<Picker> {
  await panel.frame.getByRole("button", { name: "Point at it" }).click();
  const frame = page.frameLocator("earshot-picker iframe");
  await expect(frame.getByRole("application", { name: "Point at what annoys you" })).toBeFocused();
  return {
    frame,
    said: frame.getByRole("status"),
    cancel: frame.getByRole("button", { name: "Cancel" }),
    gone: () => expect(page.locator("earshot-picker")).toHaveCount(0),
  };
}

const middleOf = async (element: Locator) => {
  const box = await element.boundingBox();
  if (!box) throw new Error("it has no place");
  return [box.x + box.width / 2, box.y + box.height / 2] as const;
};

/** Since the last call. */
const heardBy = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0, Number.MAX_SAFE_INTEGER));

test.describe("on a page that listens to everything", () => {
  let site: { url: string; close(): Promise<void> };
  test.beforeAll(async () => {
    site = await serveFolder("/nowhere", { "/index.html": PAGE });
  });
  test.afterAll(() => site.close());

  test.beforeEach(async ({ earshot, setup, tab }) => {
    const ours = { matches: [`${site.url}/*`], name: "Accounting" };
    await configure(earshot, { ...setup, sites: [...setup.sites, ours] });
    await tab.goto(site.url);
    await expect(launcher(tab)).toBeVisible();
  });

  test("the mouse takes a button, the page hears nothing, and the panel says it in words", async ({
    tab,
    gate,
    words,
  }) => {
    const panel = await openPanel(tab);
    const said = words("This button is too small");
    await panel.words.fill(said);
    const picker = await startPicking(tab, panel);
    await heardBy(tab);
    const button = tab.getByRole("button", { name: "Approve" });
    await tab.mouse.move(...(await middleOf(button)));
    await expect(picker.said).toHaveText("button Approve, in the table Invoices");
    await tab.mouse.wheel(0, 40);
    await tab.mouse.wheel(0, -40);
    expect(await heardBy(tab)).toEqual([]);
    await tab.mouse.click(...(await middleOf(button)));
    await picker.gone();
    await expect(panel.frame.getByText("You pointed at: button Approve, in the table Invoices")).toBeVisible();
    await expect(panel.frame.getByRole("button", { name: "Point at it" })).toBeFocused();
    // The picker is gone, so the mouse now rests on the button.
    expect((await heardBy(tab)).filter((act) => act !== "mouseover button")).toEqual([]);
    expect(await tab.title()).toBe("Invoices");
    await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
    await expect(panel.frame.getByRole("button", { name: "Leave out: What you pointed at" })).toBeVisible();
    await panel.send.click();
    await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
    const sent = gate.passed.find(({ method, body }) => method === "POST" && body.includes(said));
    const [event] = JSON.parse(sent?.body ?? "[]") as { data: { context: { element: object } } }[];
    expect(event?.data.context.element).toMatchObject({
      role: "button",
      name: "Approve",
      within: "table Invoices",
      quote: { exact: "Approve" },
    });
    expect(sent?.body).not.toContain("Jane");
  });

  test("the keyboard walks, takes with Enter and leaves with Escape", async ({ tab }) => {
    const panel = await openPanel(tab);
    const picker = await startPicking(tab, panel);
    await heardBy(tab);
    const expected = [
      ["Tab", "heading Accounting"],
      ["Tab", "column heading Customer, in the table Invoices"],
      ["ArrowDown", "column heading Amount, in the table Invoices"],
      ["ArrowDown", "column heading Do, in the table Invoices"],
      ["Tab", "button Approve, in the table Invoices"],
      ["ArrowUp", "cell, in the column Do, in the table Invoices"],
      ["ArrowLeft", "cell, in the column Amount, in the table Invoices"],
      ["Shift+Tab", "column heading Do, in the table Invoices"],
      ["End", "link The end, under the heading Accounting"],
      ["Home", "heading Accounting"],
    ] as const;
    for (const [key, said] of expected) {
      await tab.keyboard.press(key);
      await expect(picker.said).toHaveText(said);
    }
    await tab.keyboard.type("xs/");
    pressAway(tab, "Escape");
    await picker.gone();
    await expect(panel.frame.getByRole("button", { name: "Point at it" })).toBeFocused();
    await expect(panel.frame.getByText("You pointed at")).toHaveCount(0);
    const again = await startPicking(tab, panel);
    await tab.keyboard.press("Tab");
    await expect(again.said).toHaveText("heading Accounting");
    pressAway(tab, "Enter");
    await expect(panel.frame.getByText("You pointed at: heading Accounting")).toBeVisible();
    expect(await heardBy(tab)).toEqual([]);
    await panel.frame.getByRole("button", { name: "Remove: heading Accounting" }).click();
    await expect(panel.frame.getByText("You pointed at")).toHaveCount(0);
  });

  test("it goes into shadow roots and frames, and says nothing of what is in cells and fields", async ({ tab }) => {
    const panel = await openPanel(tab);
    const picker = await startPicking(tab, panel);
    const over = async (element: Locator, said: string) => {
      await tab.mouse.move(...(await middleOf(element)));
      await expect(picker.said).toHaveText(said);
    };
    await over(
      tab.getByRole("button", { name: "In the shadow" }),
      "button In the shadow, under the heading Accounting",
    );
    const inner = tab.frameLocator("iframe[title=inner]").getByRole("button", { name: "Refresh" });
    await over(inner, "button Refresh, under the heading Totals");
    await over(tab.getByText("Jane Smith"), "cell, in the column Customer, in the table Invoices");
    await over(tab.getByRole("textbox"), "text field Card, under the heading Accounting");
    const box = await picker.frame.locator(".box").boundingBox();
    await over(inner, "button Refresh, under the heading Totals");
    const target = await inner.boundingBox();
    const drawn = await picker.frame.locator(".box").boundingBox();
    expect(drawn).not.toEqual(box);
    expect(Math.abs((drawn?.x ?? 0) + 4 - (target?.x ?? 0))).toBeLessThan(3);
    expect(Math.abs((drawn?.y ?? 0) + 4 - (target?.y ?? 0))).toBeLessThan(3);
    await picker.cancel.click();
    await picker.gone();
  });

  test("it works over an open modal dialog", async ({ tab }) => {
    const panel = await openPanel(tab);
    await tab.evaluate(() => document.querySelector("dialog")?.showModal());
    // The panel itself lies outside of the dialog; a key opened it before.
    await panel.frame
      .getByRole("button", { name: "Point at it" })
      .evaluate((button) => (button as HTMLButtonElement).click());
    const frame = tab.frameLocator("earshot-picker iframe");
    const button = tab.getByRole("button", { name: "Really delete" });
    await tab.mouse.move(...(await middleOf(button)));
    await expect(frame.getByRole("status")).toHaveText("button Really delete, in the dialog Delete");
    pressAway(tab, "Escape");
    await expect(tab.locator("earshot-picker")).toHaveCount(0);
    expect(await tab.evaluate(() => document.querySelector("dialog")?.open)).toBe(true);
  });

  test("it leaves when the page goes on or throws everything away, and the words stay", async ({ tab, words }) => {
    const panel = await openPanel(tab);
    const said = words("Half a sentence");
    await panel.words.fill(said);
    const first = await startPicking(tab, panel);
    await tab.evaluate(() => history.pushState(null, "", "?other"));
    await first.gone();
    await expect(panel.words).toHaveValue(said);
    const second = await startPicking(tab, panel);
    await tab.evaluate(() => document.querySelector("earshot-picker")?.remove());
    await second.gone();
    await expect(panel.frame.getByRole("button", { name: "Point at it" })).toBeFocused();
    await startPicking(tab, panel);
    await tab.reload();
    await expect(launcher(tab)).toBeVisible();
    await expect((await openPanel(tab)).words).toHaveValue(said);
  });

  test("a finger takes what it taps, and scrolls where it moves", async ({ tab, earshot }) => {
    const panel = await openPanel(tab);
    await startPicking(tab, panel);
    await heardBy(tab);
    const [x, y] = await middleOf(tab.getByRole("button", { name: "Approve" }));
    const session = await earshot.context.newCDPSession(tab);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at: { x: number; y: number }[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: at });
    await touch("touchStart", [{ x: 600, y: 600 }]);
    for (let moved = 0; moved <= 200; moved += 20) await touch("touchMove", [{ x: 600, y: 600 - moved }]);
    await touch("touchEnd", []);
    await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(100);
    await expect(tab.locator("earshot-picker")).toHaveCount(1);
    await tab.evaluate(() => scrollTo(0, 0));
    await touch("touchStart", [{ x, y }]);
    await touch("touchEnd", []);
    await expect(panel.frame.getByText("You pointed at: button Approve, in the table Invoices")).toBeVisible();
    expect(await heardBy(tab)).toEqual([]);
  });
});
