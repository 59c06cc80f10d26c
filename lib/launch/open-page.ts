import { browser } from "wxt/browser";
import type { PointedElement } from "@/lib/messaging/messages";
import { highlightIn } from "./highlight";

/** A page that takes longer is looked at by the person without us. */
const LOADS_WITHIN_MS = 30_000;

/** Opens an address in a new tab; when it is there, shows what a person had pointed at in it. */
export async function openPage(url: string, element: PointedElement | null): Promise<void> {
  const tab = await browser.tabs.create({ url });
  if (element === null || tab.id === undefined) return;
  if (await isLoaded(tab.id)) await highlightIn(tab.id, element);
}

function isLoaded(tabId: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (loaded: boolean) => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      resolve(loaded);
    };
    const onUpdated = (updated: number, { status }: { status?: string }) => {
      if (updated === tabId && status === "complete") settle(true);
    };
    const onRemoved = (removed: number) => {
      if (removed === tabId) settle(false);
    };
    const timer = setTimeout(() => settle(false), LOADS_WITHIN_MS);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
    // It may have been there before we listened.
    browser.tabs.get(tabId).then(
      ({ status, url }) => {
        if (status === "complete" && url !== undefined && url !== "about:blank") settle(true);
      },
      () => settle(false),
    );
  });
}
