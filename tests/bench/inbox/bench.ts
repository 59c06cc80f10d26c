import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Worker } from "@playwright/test";
import type { BenchOptions } from "@/scripts/bench";
import { provideBrowser } from "@/scripts/browser/find";
import { type EarshotBrowser, launchBrowser } from "@/scripts/browser/launch";
import { buildExtension } from "@/scripts/build/extension";
import { configure } from "@/tests/support/extension-page";
import { bundle } from "../bundle";
import { figures, isMet, sayFigures, table, type Target, verdicts } from "../table";

const HELD = 100_000;
const ARRIVING = 20_000;
/** Where nobody answers: what is measured needs no collector. */
const ENDPOINT = "http://127.0.0.1:9";
const TOKEN = "bench";

type Measures = Record<string, number[]>;

/** The Inbox with 100,000 reports, beside a small page that does the least, and beside IndexedDB itself. */
export async function bench({ root, rounds, print }: BenchOptions): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-bench-"));
  const script = await bundle(root, join(root, "tests/bench/inbox/page.ts"));
  const browser = await launchBrowser({
    executable: provideBrowser(root).path,
    extension: await withFloor(root, join(folder, "extension")),
    profile: join(folder, "profile"),
    headless: true,
  });
  // What runs this file names functions by a helper, which the page does not have.
  await browser.context.addInitScript("globalThis.__name = (what) => what");
  try {
    await configure(browser, { endpoint: ENDPOINT, ingestToken: "none", sites: [], reviewerToken: TOKEN });
    // As in life: the background writes, and shares no thread with what is read.
    const writer = await browser.worker();
    await writer.evaluate(script);
    await writer.evaluate(([at, token]) => globalThis.inboxBench.beReviewer(at, token), [ENDPOINT, TOKEN] as const);
    const filled = await writer.evaluate((count) => globalThis.inboxBench.fill(0, count, 1), HELD);
    print(`${HELD} reports written in ${Math.round(filled / 1000)} s`);
    const measured: Measures = {};
    const note = (name: string, ...values: number[]) => (measured[name] ??= []).push(...values);
    for (let round = 0; round < rounds; round += 1) {
      for (let opening = 0; opening < OPENINGS; opening += 1) {
        const least = await openPage(browser, "floor.html", "li:nth-child(50)");
        const plain = await openPage(browser, "plain.html", "h1");
        const { paint, words, there } = await openPage(browser, "popup.html", "li[data-index]");
        note("the least page, 50 rows", least.there);
        note("popup, first rows", there);
        note("plain HTML, first paint", plain.paint);
        note("popup, first paint", paint);
        note("popup, first words", words);
      }
      const { whole, impact, impactAtOnce } = await openInbox(browser);
      note("Inbox, all reports", whole);
      note("Impact, pressed after a breath", impact);
      note("Impact, pressed as the list is whole", impactAtOnce);
      await measureInside(browser, script, note);
      print(`round ${round + 1} of ${rounds}`);
    }
    const { heap, frames, stayed } = await whileArriving(browser, writer);
    note("heap with the search in it, MiB", heap);
    note(`frame while ${ARRIVING} arrive, 99th of 100`, frames);
    print(`\nmilliseconds, min / median / max of ${rounds} rounds, ${OPENINGS} openings each\n`);
    print(
      table([["", "min / median / max"], ...Object.entries(measured).map(([n, v]) => [n, sayFigures(figures(v))])]),
    );
    print(`\nwhat was looked at stayed where it was: ${stayed ? "yes" : "NO"}\n`);
    const targets = targetsOf(measured);
    print(verdicts(targets));
    return stayed && targets.every(isMet);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Our build, with two pages beside ours: the least popup there is, and plain HTML. The browser treats all three alike. */
async function withFloor(root: string, folder: string): Promise<string> {
  cpSync((await buildExtension(root, "shipped")).folder, folder, { recursive: true });
  const page = (name: string, body: string) =>
    writeFileSync(join(folder, name), `<!doctype html><meta charset="utf-8"><title>Floor</title><h1>Inbox</h1>${body}`);
  page("floor.html", "<main></main><script src=/floor.js></script>");
  page("plain.html", "<p>Somebody has said something.</p>");
  writeFileSync(join(folder, "floor.js"), await bundle(root, join(root, "tests/bench/inbox/floor.ts")));
  return folder;
}

/** Each of them opened so often a round, in turns. */
const OPENINGS = 7;
/** For the page before to be done with all that it does. */
const REST_MS = 700;

/**
 * Opens a page of the extension while another of its pages is there and rests, as the background is in life. Milliseconds
 * from the start of the navigation: the first paint, the first with words in it, and an element in the page.
 */
async function openPage(browser: EarshotBrowser, path: string, selector: string) {
  const page = await browser.open("options.html");
  const url = new URL(`/${path}`, page.url()).href;
  // Until it has been there once, it has nothing to show, or no database.
  await page.goto(url);
  await page.locator(selector).first().waitFor({ state: "attached" });
  await page.goto(new URL("/options.html", url).href);
  await page.waitForTimeout(REST_MS);
  const there = await appears(page, () => page.goto(url, { waitUntil: "commit" }), selector);
  await page.waitForFunction(() => performance.getEntriesByType("paint").length === 2);
  const paints = await page.evaluate(() => performance.getEntriesByType("paint").map(({ startTime }) => startTime));
  await page.close();
  return { there, paint: Math.min(...paints), words: Math.max(...paints) };
}

/** In which a person who has opened the Inbox looks at it. */
const BREATH_MS = 2000;

async function openInbox(browser: EarshotBrowser) {
  const page = await browser.open("popup.html?view=tab");
  await page.locator("li[data-index]").first().waitFor();
  await page.reload();
  const isWhole = () =>
    page.waitForFunction((count) => document.querySelector(`li[aria-setsize="${count}"]`) !== null, HELD);
  await isWhole();
  const whole = await page.evaluate(() => performance.now());
  const impactAtOnce = await pressImpact(page);
  await page.reload();
  await isWhole();
  await page.waitForTimeout(BREATH_MS);
  const impact = await pressImpact(page);
  await page.close();
  return { whole, impact, impactAtOnce };
}

/** Milliseconds from the press on its tab until its figures have been drawn. */
function pressImpact(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        document.querySelectorAll<HTMLElement>('[role="tab"]')[2]?.click();
        const look = () => {
          if (document.querySelector('[role="tabpanel"] figure') === null) requestAnimationFrame(look);
          // The frame that draws them has ended when the next one begins.
          else requestAnimationFrame(() => resolve(performance.now() - began));
        };
        look();
      }),
  );
}

/** Milliseconds from the start of the navigation until an element is in the page, by the page's own clock. */
async function appears(page: Page, load: () => Promise<unknown>, selector: string): Promise<number> {
  await page.addInitScript((wanted) => {
    const look = () => {
      const isThere = document.querySelector(wanted) !== null;
      if (isThere) Object.assign(globalThis, { appearedAt: performance.now() });
      else requestAnimationFrame(look);
    };
    look();
  }, selector);
  await load();
  await page.waitForFunction(() => "appearedAt" in globalThis);
  return page.evaluate(() => (globalThis as unknown as { appearedAt: number }).appearedAt);
}

async function measureInside(
  browser: EarshotBrowser,
  script: string,
  note: (name: string, ...values: number[]) => void,
): Promise<void> {
  const page = await browser.open("options.html");
  await page.evaluate(script);
  const fifty = await page.evaluate(() => globalThis.inboxBench.fifty());
  note("50 by IndexedDB", fifty.raw);
  note("50 by cost", fifty.ours);
  const impact = await page.evaluate(() => globalThis.inboxBench.impact());
  note("one walk over the list", impact.raw);
  note("Impact's numbers", impact.ours);
  note("one filter", ...(await page.evaluate(() => globalThis.inboxBench.filters())));
  const ready = await page.evaluate(() => globalThis.inboxBench.searchReady());
  note("what it is made of, read", ready.raw);
  note("search is there", ready.ours);
  const keys = await page.evaluate(() => globalThis.inboxBench.keystrokes());
  if (keys.found === 0) throw new Error("the search has found nothing");
  note("one keystroke, 95th", percentile(keys.took, 0.95));
  await page.close();
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

/** Somebody reads in the middle of the list while a whole lot comes in. */
async function whileArriving(browser: EarshotBrowser, writer: Worker) {
  const page = await browser.open("popup.html?view=tab");
  await page.waitForFunction((count) => document.querySelector(`li[aria-setsize="${count}"]`) !== null, HELD);
  await page.getByRole("searchbox").fill("an");
  await page.waitForFunction((count) => document.querySelector(`li[aria-setsize="${count}"]`) === null, HELD);
  const session = await browser.context.newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await page.getByRole("searchbox").fill("");
  await page.waitForFunction((count) => document.querySelector(`li[aria-setsize="${count}"]`) !== null, HELD);
  await page.locator("li[data-index]").nth(3).hover();
  await page.mouse.wheel(0, 40_000);
  await page.waitForFunction(() => Number(document.querySelector("li[data-index]")?.getAttribute("data-index")) > 100);
  // What somebody is at stays, wherever in view it is.
  await page.evaluate(() => {
    const { x, y } = document.querySelector("main")?.getBoundingClientRect() ?? { x: 0, y: 0 };
    const row = document.elementFromPoint(x + 60, y + 300)?.closest("button");
    row?.focus({ preventScroll: true });
  });
  const looksAt = () =>
    page.evaluate(() => {
      const row = document.activeElement?.closest("li");
      return { name: row?.getAttribute("aria-label") ?? "", top: row?.getBoundingClientRect().top ?? 0 };
    });
  const before = await looksAt();
  const frames = page.evaluate(
    (count) =>
      new Promise<number[]>((resolve) => {
        const took: number[] = [];
        let last = performance.now();
        const next = (now: number) => {
          took.push(now - last);
          last = now;
          if (document.querySelector(`li[aria-setsize="${count}"]`)) resolve(took);
          else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    HELD + ARRIVING,
  );
  await writer.evaluate(([from, count]) => globalThis.inboxBench.fill(from, count, 2), [HELD, ARRIVING] as const);
  const took = await frames;
  const after = await looksAt();
  const stayed = before.name !== "" && before.name === after.name && Math.abs(before.top - after.top) < 3;
  await page.close();
  return { heap: usedSize / 1024 / 1024, frames: percentile(took, 0.99), stayed };
}

function targetsOf(measured: Measures): Target[] {
  const of = (name: string) => figures(measured[name] ?? []).median;
  // By turn: the machine's speed changes from one to the next.
  const ratio = (ours: string, floor: string) =>
    figures((measured[ours] ?? []).map((value, round) => value / (measured[floor]?.[round] ?? Number.NaN))).median;
  return [
    {
      name: "first rows, of the least page's",
      figure: ratio("popup, first rows", "the least page, 50 rows"),
      limit: 1.5,
      unit: "x",
    },
    {
      name: "first paint, of plain HTML's",
      figure: ratio("popup, first paint", "plain HTML, first paint"),
      limit: 1.2,
      unit: "x",
    },
    { name: "50 by cost, of 50 by IndexedDB", figure: ratio("50 by cost", "50 by IndexedDB"), limit: 3, unit: "x" },
    {
      name: "search is there, of reading its texts",
      figure: ratio("search is there", "what it is made of, read"),
      limit: 2.2,
      unit: "x",
    },
    { name: "one keystroke, 95th of 100", figure: of("one keystroke, 95th"), limit: 50, unit: "ms" },
    { name: "Impact, after a breath", figure: of("Impact, pressed after a breath"), limit: 300, unit: "ms" },
    { name: "one filter", figure: of("one filter"), limit: 50, unit: "ms" },
    { name: "heap with the search in it", figure: of("heap with the search in it, MiB"), limit: 80, unit: "MiB" },
    {
      name: `frame while ${ARRIVING} arrive`,
      figure: of(`frame while ${ARRIVING} arrive, 99th of 100`),
      limit: 50,
      unit: "ms",
    },
  ];
}
