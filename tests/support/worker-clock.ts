import type { EarshotBrowser } from "@/scripts/browser/launch";

/** Sets the clock of the extension's worker, until it stops: as that of a computer that is so many years off. */
export async function setWorkerClock(browser: EarshotBrowser, years: number): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate((ms) => {
    const { Date: RealDate } = globalThis;
    globalThis.Date = new Proxy(RealDate, {
      construct: (date, args: []) => (args.length === 0 ? new date(RealDate.now() + ms) : new date(...args)),
      get: (date, key) => (key === "now" ? () => RealDate.now() + ms : (Reflect.get(date, key) as unknown)),
    });
  }, years * YEAR_MS);
}

const YEAR_MS = 365 * 86_400_000;
