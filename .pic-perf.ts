import { launchBrowser } from "@/scripts/browser/launch";
import { configure, ask } from "@/tests/support/extension-page";
import { serveFolder } from "@/tests/support/static-server";
import { openPanel } from "@/tests/support/panel";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
const spec = readFileSync("/work/next/tests/e2e/picture.spec.ts", "utf8");
const tpl = /const PAGE = \(foreign: string\) => `([\s\S]*?)<\/script>`;/.exec(spec)![1] + "</script>";
const foreign = await serveFolder("/nowhere", { "/index.html": "<body style='color:#f00'>From elsewhere</body>" });
const html = process.env.HTML ? readFileSync(process.env.HTML, "utf8") : tpl.replace("${foreign}", foreign.url.replace("127.0.0.1", "localhost"));
const site = await serveFolder("/nowhere", { "/index.html": html });
rmSync("/tmp/pic/profile", { recursive: true, force: true });
const b = await launchBrowser({ executable: "/usr/bin/chromium", extension: "/work/next/.output-PIC/chrome-mv3-e2e", profile: "/tmp/pic/profile", headless: true, colorScheme: (process.env.THEME ?? "light") as "light", locale: process.env.LOC ?? "en" });
try {
  const w = await b.worker();
  w.on("console", (m) => console.log("SW", m.text()));
  await configure(b, { endpoint: "http://127.0.0.1:9", ingestToken: "x".repeat(40), sites: [{ matches: [site.url + "/*"], name: "Customers" }], name: "Ada" });
  const tab = await b.context.newPage();
  if (process.env.W) await tab.setViewportSize({ width: Number(process.env.W), height: Number(process.env.H ?? 800) });
  tab.on("console", (m) => console.log("TAB", m.text()));
  tab.on("pageerror", (m) => console.log("ERR", m));
  await tab.goto(site.url);
  await tab.waitForTimeout(500);

  await tab.waitForTimeout(1500);
  console.log(process.env.HTML, JSON.stringify(await w.evaluate(`(async (u) => {
      const chrome = globalThis.chrome; const [t] = await chrome.tabs.query({ url: u + "/*" }); const target = { tabId: t.id }; const out = [];
      for (const phase of ["before","after","before","after","before","after"]) {
        await chrome.scripting.executeScript({ target, args: [{ phase, element: null }], func: (a) => { globalThis.earshotPictureAsk = a; } });
        const t0 = performance.now();
        const r = (await chrome.scripting.executeScript({ target, files: ["/picture-rects.js"] }))[0].result;
        out.push([phase, Math.round(performance.now() - t0), r.ok ? r.collected.covers.length : r.reason]);
      } return out; })("${site.url}")`)));
} finally { await b.close(); await site.close(); await foreign.close(); }
