import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import type { AppState } from "@/lib/messaging/app-state";
import { type PageFacts, pageFacts, pickTab } from "./page-facts";

/** What policy says of the page that was looked at before this one; looked up anew whenever somebody comes back. */
export function usePage({ policy: { policy }, hiddenOn }: AppState): PageFacts | null {
  const [page, setPage] = useState<PageFacts | null>(null);
  useEffect(() => {
    let isOver = false;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      read().then(
        (next) => isOver || setPage(next),
        () => isOver || setPage(null),
      );
    };

    async function read(): Promise<PageFacts | null> {
      const self = await browser.tabs.getCurrent();
      const tab = pickTab(await browser.tabs.query({}), self?.openerTabId);
      if (!tab?.url) return null;
      const facts = pageFacts(policy, tab.url, hiddenOn);
      return { ...facts, isLetIn: facts.sites.length > 0 && tab.id !== undefined ? await isLetIn(tab.id) : null };
    }

    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", look);
    };
  }, [policy, hiddenOn]);
  return page;
}

/** No API tells of hosts that the browser's policy keeps from us: a script that does nothing is let in, or not. */
async function isLetIn(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => null });
    return true;
  } catch {
    return false;
  }
}
