import type { EarshotBrowser } from "@/scripts/browser/launch";
import { EXTENSION_ID } from "@/scripts/browser/launch";

/**
 * Stops the extension's worker as Chromium does when it has nothing to do, and waits until it is gone. Handles to it
 * must not be used any more: `evaluate` on a stopped worker never returns. Gives whether one was running at all.
 */
export async function stopWorker(browser: EarshotBrowser): Promise<boolean> {
  const driven = browser.context.browser();
  if (!driven) throw new Error("the browser has no connection of its own");
  const session = await driven.newBrowserCDPSession();
  const workers = async () =>
    (await session.send("Target.getTargets")).targetInfos
      .filter(({ type, url }) => type === "service_worker" && url.includes(EXTENSION_ID))
      .map(({ targetId }) => targetId);
  const running = new Set(await workers());
  for (const targetId of running) await session.send("Target.closeTarget", { targetId });
  const giveUpAt = Date.now() + 5_000;
  // Another may have been started meanwhile, for an event that came.
  while ((await workers()).some((targetId) => running.has(targetId))) {
    if (Date.now() > giveUpAt) throw new Error("the worker did not stop");
  }
  await session.detach();
  return running.size > 0;
}

/** What the browser's page of extensions offers; only there. */
interface DeveloperGlobal {
  chrome: {
    developerPrivate: {
      updateProfileConfiguration(what: { inDeveloperMode: boolean }): Promise<void>;
      reload(id: string, how: { failQuietly: boolean }): Promise<void>;
    };
  };
}

/** Loads the extension anew, as an update does: its pages are closed, and what it left in open tabs is orphaned. */
export async function reloadExtension(browser: EarshotBrowser): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto("chrome://extensions/");
  await page.evaluate(async (id) => {
    const { developerPrivate } = (globalThis as unknown as DeveloperGlobal).chrome;
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.reload(id, { failQuietly: true });
  }, EXTENSION_ID);
  await page.close();
}
