import type { BrowserContext } from "@playwright/test";
import { CATEGORIES, cpuMs } from "./trace";
import type { Variant } from "./variants";

/** After its load event a page may still set up for so long; then it is measured. */
const SETTLES_MS = 1000;

/** What one load of a page has come to, before anybody touches anything; `nothing` is taken off later. */
export interface Load {
  heapKiB: number;
  nodes: number;
  listeners: number;
  shift: number;
  longTasks: number;
}

export async function measureLoad(context: BrowserContext, { host }: Variant): Promise<Load> {
  const page = await context.newPage();
  try {
    await page.goto(`http://${host}/`, { waitUntil: "load" });
    await page.waitForTimeout(SETTLES_MS);
    const session = await context.newCDPSession(page);
    // Twice: what the first one has freed may have held something else.
    for (let times = 0; times < 2; times++) await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners: listeners } = await session.send("Memory.getDOMCounters");
    const [shifts = [], longTasks = []] = await page.evaluate(
      (types) =>
        types.map((type) => {
          const observer = new PerformanceObserver(() => {});
          observer.observe({ type, buffered: true });
          return observer.takeRecords().map((entry) => ("value" in entry ? Number(entry.value) : 0));
        }),
      ["layout-shift", "longtask"],
    );
    const shift = shifts.reduce((sum, value) => sum + value, 0);
    return { heapKiB: usedSize / 1024, nodes, listeners, shift, longTasks: longTasks.length };
  } finally {
    await page.close();
  }
}

/** Milliseconds of the main thread in a variant's own scripts, from the start until a second after the load event. */
export async function measureCpu(context: BrowserContext, { host, scripts }: Variant): Promise<number> {
  if (!scripts) return 0;
  const browser = context.browser();
  const page = await context.newPage();
  try {
    await browser?.startTracing(page, { categories: CATEGORIES });
    await page.goto(`http://${host}/`, { waitUntil: "load" });
    await page.waitForTimeout(SETTLES_MS);
    const trace = await browser?.stopTracing();
    return cpuMs(JSON.parse(trace?.toString() ?? "{}") as object, scripts);
  } finally {
    await page.close();
  }
}
