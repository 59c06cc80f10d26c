import type { EarshotBrowser } from "@/scripts/browser/launch";
import { EXTENSION_ID } from "@/scripts/browser/launch";

/**
 * Stops the extension's worker as Chromium does when it has nothing to do, and waits until it is gone. Handles to it
 * must not be used any more: `evaluate` on a stopped worker never returns.
 */
export async function stopWorker(browser: EarshotBrowser): Promise<void> {
  const running = browser.context.browser();
  if (!running) throw new Error("the browser has no connection of its own");
  const session = await running.newBrowserCDPSession();
  const workers = async () =>
    (await session.send("Target.getTargets")).targetInfos.filter(
      ({ type, url }) => type === "service_worker" && url.includes(EXTENSION_ID),
    );
  for (const { targetId } of await workers()) await session.send("Target.closeTarget", { targetId });
  const giveUpAt = Date.now() + 5_000;
  while ((await workers()).length > 0) {
    if (Date.now() > giveUpAt) throw new Error("the worker did not stop");
  }
  await session.detach();
}
