import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { LARGE_PATH, READING_HOST } from "./server";
import type { World } from "./world";

declare global {
  // `var`, because that is what makes a property of globalThis.
  var pageContext: unknown;
  var benchRedact: ((png: string) => Promise<{ tookMs: number; covers: number }>) | undefined;
}

/**
 * Milliseconds of reading the context as the background has it read: our shipped script, compiled and run for the first
 * time, on a page of 100,000 nodes. In the page's own world, which is as fast as an isolated one.
 */
export async function readContext({ browser: { context }, extension }: World): Promise<number> {
  const script = readFileSync(join(extension, "page-context.js"), "utf8");
  const page = await context.newPage();
  try {
    await openShown(page, LARGE_PATH);
    const tookMs = await run(page, `var pageContext = ${script}`);
    const read = await page.evaluate(() => JSON.stringify(globalThis.pageContext));
    // A script that gave up early would be fast.
    if (!read?.includes(`http://${READING_HOST}`)) throw new Error(`the context was not read: ${read}`);
    return tookMs;
  } finally {
    await page.close();
  }
}

/**
 * Milliseconds of the automatic redaction of a picture of 1280 x 800 with 2,000 text nodes: reading what is private
 * before and after the picture is taken, and making it black. Taking it and writing the file do not count.
 */
export async function redact({ browser: { context }, redaction }: World): Promise<number> {
  const page = await context.newPage();
  try {
    await openShown(page, "/full");
    const png = `data:image/png;base64,${(await page.screenshot()).toString("base64")}`;
    const compiledMs = await run(page, redaction);
    const done = await page.evaluate((file) => globalThis.benchRedact?.(file), png);
    // Every tenth text is private.
    if (done?.covers !== 200) throw new Error(`${done?.covers} private texts were found`);
    return compiledMs + done.tookMs;
  } finally {
    await page.close();
  }
}

/** Nobody clicks on a page that is not on the screen yet. */
async function openShown(page: Page, path: string): Promise<void> {
  await page.goto(`http://${READING_HOST}${path}`, { waitUntil: "load" });
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
  for (let frames = 0; frames < 2; frames++) await page.evaluate(nextFrame);
}

/** Milliseconds in which a script was compiled and ran. */
function run(page: Page, source: string): Promise<number> {
  return page.evaluate((text) => {
    const script = document.createElement("script");
    script.textContent = text;
    const from = performance.now();
    document.head.append(script);
    return performance.now() - from;
  }, source);
}
