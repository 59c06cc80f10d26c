import { mkdtempSync } from "node:fs";
import { launchBrowser } from "/work/main/scripts/browser/launch";
import { startWiki } from "/work/main/scripts/services/wiki";
import { freePort } from "/work/main/scripts/services/ports";
import { configure } from "/work/main/tests/support/extension-page";
import { openPanel } from "/work/main/tests/support/panel";
import { join } from "node:path";
const dir = mkdtempSync("/tmp/pick-");
const wiki = await startWiki({ root: "/work/main", folder: join(dir, "wiki"), port: await freePort() });
for (const colorScheme of ["light", "dark"] as const) {
  const browser = await launchBrowser({ executable: "/usr/bin/chromium", extension: "/work/main/.output-pick/chrome-mv3-e2e", profile: join(dir, colorScheme), headless: true, colorScheme });
  try {
    await configure(browser, { endpoint: "http://127.0.0.1:9/", ingestToken: "x", sites: [{ matches: [`${wiki.url}/*`], name: "Handbook" }], name: "Ada" });
    const tab = await browser.context.newPage();
    tab.on("console", (m) => console.log("page:", m.text()));
    tab.on("pageerror", (m) => console.log("pageerror:", m.message));
    await tab.addInitScript(() => {
      (window as any).heard = [];
      for (const type of ["keydown", "keyup", "click", "mousedown", "pointerdown", "pointermove", "mousemove", "wheel", "touchstart"]) window.addEventListener(type, (e) => (window as any).heard.push(type), true);
    });
    await tab.goto(wiki.url);
    await openPanel(tab);
    await tab.evaluate(() => ((window as any).heard.length = 0));
    const worker = await browser.worker(); await worker.evaluate("globalThis.__name = (x) => x");
    await worker.evaluate(async (url) => {
      const c = (globalThis as any).chrome;
      const [t] = await c.tabs.query({ url: url + "/*" });
      const panels = (await c.storage.session.get("panels")).panels;
      await c.storage.session.set({ ["pointing:" + t.id]: { session: panels.at(-1).session, documentId: panels.at(-1).documentId } });
      (globalThis as any).got = [];
      const real = c.runtime.sendMessage.bind(c.runtime);
      c.runtime.sendMessage = (m: any) => ((globalThis as any).got.push(m), real(m));
      await c.scripting.executeScript({ target: { tabId: t.id }, files: ["/picker.js"] });
    }, wiki.url);
    await tab.waitForTimeout(300);
    const b = await tab.getByRole("heading", { name: "IT handbook" }).first().boundingBox();
    console.log(b);
    await tab.mouse.move(b!.x + 30, b!.y + 10);
    await tab.waitForTimeout(200);
    await tab.screenshot({ path: `/tmp/pick-${colorScheme}-mouse.png` });
    await tab.mouse.wheel(0, 300); await tab.waitForTimeout(200);
    console.log("scrolled", await tab.evaluate(() => scrollY));
    await tab.mouse.wheel(0, -300);
    for (let i = 0; i < 4; i++) { await tab.keyboard.press("Tab"); await tab.waitForTimeout(60); const f = tab.frameLocator("earshot-picker iframe"); console.log(await f.getByRole("status").textContent()); }
    for (let i = 0; i < 4; i++) { await tab.keyboard.press("ArrowDown"); await tab.waitForTimeout(60); const f = tab.frameLocator("earshot-picker iframe"); console.log(await f.getByRole("status").textContent()); }
    await tab.screenshot({ path: `/tmp/pick-${colorScheme}-keys.png` });
    console.log(await tab.evaluate(() => [document.activeElement?.localName, (window as any).heard]));
    if (colorScheme === "light") await tab.keyboard.press("Enter");
    else { await tab.mouse.move(b!.x + 30, b!.y + 10); await tab.mouse.click(b!.x + 30, b!.y + 10); }
    await tab.waitForTimeout(300);
    console.log(await tab.evaluate(() => [document.activeElement?.localName, (window as any).heard, document.querySelector("earshot-picker")]));
    const got = await worker.evaluate(() => (globalThis as any).got);
    console.log(JSON.stringify(got));
    await tab.screenshot({ path: `/tmp/pick-${colorScheme}-after.png` });
    const element = got[0]?.value?.element;
    await tab.keyboard.press("Escape");
    const found = await worker.evaluate(async ([url, element]) => {
      const c = (globalThis as any).chrome;
      const [t] = await c.tabs.query({ url: url + "/*" });
      await c.scripting.executeScript({ target: { tabId: t.id }, args: [element], func: (e: any) => void ((globalThis as any).earshotWanted = e) });
      const [r] = await c.scripting.executeScript({ target: { tabId: t.id }, files: ["/highlight.js"] });
      return r.result;
    }, [wiki.url, element] as const);
    console.log("found", found);
    await tab.waitForTimeout(400);
    await tab.screenshot({ path: `/tmp/pick-${colorScheme}-high.png` });
    const lost = await worker.evaluate(async ([url]) => {
      const c = (globalThis as any).chrome;
      const [t] = await c.tabs.query({ url: url + "/*" });
      await c.scripting.executeScript({ target: { tabId: t.id }, args: [{ role: "button", name: "Approve", within: "table Invoices", css: "#gone" }], func: (e: any) => void ((globalThis as any).earshotWanted = e) });
      const [r] = await c.scripting.executeScript({ target: { tabId: t.id }, files: ["/highlight.js"] });
      return r.result;
    }, [wiki.url] as const);
    console.log("lost", lost);
    await tab.screenshot({ path: `/tmp/pick-${colorScheme}-lost.png` });
  } finally { await browser.close(); }
}
await wiki.process.kill();
