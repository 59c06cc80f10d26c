import { browser } from "wxt/browser";
import type { PointedElement } from "@/lib/messaging/messages";

export type Highlighted = "selector" | "quote" | null;

/**
 * Shows in a tab what a person had pointed at, or says there that it is gone. By what it was found; null where it was
 * not, or where the page lets no script in.
 */
export async function highlightIn(tabId: number, element: PointedElement): Promise<Highlighted> {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({
      target,
      args: [element],
      // Runs in the page's isolated world, where highlight.js looks for it.
      func: (wanted: PointedElement) => void (globalThis.earshotWanted = wanted),
    });
    const [done] = await browser.scripting.executeScript({ target, files: ["/highlight.js"] });
    const found: unknown = done?.result;
    return found === "selector" || found === "quote" ? found : null;
  } catch {
    return null;
  }
}
