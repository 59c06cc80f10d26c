import type { EarshotBrowser } from "@/scripts/browser/launch";

/** Sets the clock of the extension's worker, until it stops: as that of a computer that is so much off. */
export async function setWorkerClock(browser: EarshotBrowser, offMs: number): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(shiftClock, offMs);
}

/** The same, and for every page that is opened from now on. */
export async function setClocks(browser: EarshotBrowser, offMs: number): Promise<void> {
  await setWorkerClock(browser, offMs);
  await browser.context.addInitScript(shiftClock, offMs);
}

/** Runs in the browser: it may use nothing from here. */
function shiftClock(ms: number): void {
  const { Date: RealDate } = globalThis;
  globalThis.Date = new Proxy(RealDate, {
    construct: (date, args: []) => (args.length === 0 ? new date(RealDate.now() + ms) : new date(...args)),
    get: (date, key) => (key === "now" ? () => RealDate.now() + ms : (Reflect.get(date, key) as unknown)),
  });
}
