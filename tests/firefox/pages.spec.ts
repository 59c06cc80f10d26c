import type { Frame, Page } from "puppeteer-core";
import { serveSampleSite } from "@/tests/site/server";
import type { Gate } from "@/tests/support/gate";
import { RECEIVED } from "@/tests/support/panel";
import { coloursAt } from "@/tests/support/firefox/look";
import { sendFromPopup } from "@/tests/support/firefox/popup-form";
import { hasLauncher, panelIn, press, pressLauncher, reads, write } from "@/tests/support/firefox/screen";
import { expect, test, whyNoFirefox } from "./fixtures";

test.skip(whyNoFirefox !== null, whyNoFirefox ?? "");

/** Where pages of other servers and other kinds would keep styles, frames or scripts out. */
const HARD = ["/", "/csp", "/csp-strict", "/isolated", "/credentialless", "/sandbox-origin", "/xhtml", "/frameset"];

for (const path of HARD) {
  test(`${path} has the button as it shall look, and the form`, async ({ firefox, site, gate, words }) => {
    const reader = await firefox.open("options.html");
    const tab = await firefox.visit(site.url + path);
    await expectLook(tab, reader);
    await pressLauncher(tab);
    const text = words(`Seen on ${path}`);
    await tellIt(await panelIn(tab), text);
    expect(bodyWith(gate, text)).toContain(new URL(site.url).origin);
  });
}

/** Frames in them are sandboxed like them: ours could not run, or not be trusted to be ours. */
for (const path of ["/sandbox", "/sandbox-scripts"]) {
  test(`a click in ${path} brings up the popup's form`, async ({ firefox, site, gate, words }) => {
    const seer = await firefox.open("options.html");
    const tab = await firefox.visit(site.url + path);
    await expectLook(tab, seer);
    await pressLauncher(tab);
    const text = words(`Seen on ${path}`);
    await sendFromPopup(seer, text, RECEIVED);
    expect(bodyWith(gate, text)).toContain(new URL(site.url).origin);
  });
}

for (const path of ["/drawing.svg", "/data.xml", "/paper.pdf"]) {
  test(`${path} has no button, and the popup's form reports it`, async ({ firefox, site, gate, words }) => {
    const popup = await firefox.open("popup.html");
    const tab = await firefox.visit(site.url + path);
    // It looks at the tab in front, which is not its own.
    await tab.bringToFront();
    await popup.evaluate(() => location.reload());
    await press(popup, "Report this page");
    const text = words(`Seen on ${path}`);
    await tellIt(popup, text);
    expect(bodyWith(gate, text)).toContain(new URL(site.url).origin);
    expect(await hasLauncher(tab)).toBe(false);
  });
}

test("two forms at once keep what each has; the same host at another port has no button", async ({
  firefox,
  wiki,
  site,
  words,
}) => {
  const [first, second] = [await firefox.visit(site.url), await firefox.visit(wiki.url)];
  const texts = [words("In the first form"), words("In the second form")] as const;
  await first.bringToFront();
  await pressLauncher(first);
  const firstForm = await panelIn(first);
  await write(firstForm, "What annoys you here?", texts[0]);
  await second.bringToFront();
  await pressLauncher(second);
  await tellIt(await panelIn(second), texts[1]);
  await first.bringToFront();
  await press(firstForm, "Send to IT");
  await reads(firstForm, RECEIVED);

  const other = await serveSampleSite();
  const outside = await firefox.visit(other.url);
  // What would have brought one has been there before: this page is younger than those that have it.
  await outside.reload();
  await first.reload();
  await expect.poll(() => hasLauncher(first), { timeout: 15_000 }).toBe(true);
  expect(await hasLauncher(outside)).toBe(false);
  await other.close();
});

test("pointing at a thing and a picture of the page go along", async ({ firefox, site, gate, words }) => {
  const tab = await firefox.visit(`${site.url}/csp-strict`);
  await pressLauncher(tab);
  const form = await panelIn(tab);
  const text = words("This very field");
  await write(form, "What annoys you here?", text);
  await press(form, "Point at it");
  const { x, y, width, height } = await boxOf(tab, "#search");
  await tab.mouse.move(x + width / 2, y + height / 2);
  await tab.mouse.click(x + width / 2, y + height / 2);
  await press(form, "Add a picture of the page", "checkbox");
  await form.waitForSelector("canvas, img", { timeout: 15_000 });
  await press(form, "Send to IT");
  await reads(form, RECEIVED);
  expect(bodyWith(gate, text)).toContain('"element"');
  await expect
    .poll(() => gate.passed.some(({ method, path }) => method === "PUT" && path.includes("/blobs/")), {
      timeout: 15_000,
    })
    .toBe(true);
});

interface ExtensionGlobal {
  browser: {
    tabs: { query(what: { active: boolean }): Promise<{ id: number }[]> };
    scripting: { executeScript(what: object): Promise<{ result: unknown }[]> };
    storage: Record<string, unknown>;
  };
}

test("what runs in pages has no way to the session's storage", async ({ firefox, site }) => {
  const page = await firefox.open("options.html");
  const tab = await firefox.visit(site.url);
  await tab.bringToFront();
  const seen = await page.evaluate(async () => {
    const { tabs, scripting } = (globalThis as unknown as ExtensionGlobal).browser;
    const [active] = await tabs.query({ active: true });
    const areas = () => {
      const { storage } = (globalThis as unknown as ExtensionGlobal).browser;
      return ["session", "local", "managed", "sync"].filter((name) => storage[name] !== undefined);
    };
    return (await scripting.executeScript({ target: { tabId: active?.id }, func: areas }))[0]?.result;
  });
  expect(seen).toEqual(["local", "managed", "sync"]);
});

/** Round, in its corner, in the colour of its rest: teal, seen through by white. */
async function expectLook(tab: Page, reader: Page): Promise<void> {
  await expect.poll(() => hasLauncher(tab), { timeout: 15_000 }).toBe(true);
  const box = await boxOf(tab, "earshot-launcher");
  const window = await tab.evaluate(() => ({ width: document.documentElement.clientWidth, height: innerHeight }));
  expect(box).toEqual({ x: window.width - 56, y: window.height - 56, width: 40, height: 40 });
  const [rim = [], outside = []] = await coloursAt(tab, reader, [
    { x: box.x + 4, y: box.y + 20 },
    { x: box.x, y: box.y },
  ]);
  for (const [at, wanted] of [109, 156, 155].entries()) expect(Math.abs((rim[at] ?? 0) - wanted)).toBeLessThan(6);
  expect(Math.min(...outside)).toBeGreaterThan(190);
}

function boxOf(tab: Page, selector: string) {
  return tab.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
}

/** What the collector was sent with these words in it. */
function bodyWith(gate: Gate, text: string): string {
  return gate.passed.find(({ method, body }) => method === "POST" && body.includes(text))?.body ?? "";
}

async function tellIt(form: Frame | Page, text: string): Promise<void> {
  await write(form, "What annoys you here?", text);
  await press(form, "Send to IT");
  await reads(form, RECEIVED);
}
