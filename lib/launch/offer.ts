import { browser } from "wxt/browser";
import type { PolicyState } from "@/lib/policy/policy";
import { siteOf } from "@/lib/policy/site-of";
import { openLauncher } from "./call-launcher";
import type { Panels } from "./panels";

export interface OfferDeps {
  policy: { current(): Promise<PolicyState> };
  panels: Panels;
  log: { warn(message: string, detail?: unknown): void };
}

/** The part of a tab that counts here. */
export interface OfferTab {
  id?: number | undefined;
  url?: string | undefined;
  windowId?: number | undefined;
}

/** How a person gets to the form without the button: the keyboard command, the context menu, and the popup. */
export function createOffer({ policy, panels, log }: OfferDeps) {
  /** The form's address for the popup or a tab. Only pages on sites of the policy are looked at. */
  async function formUrl(tabId: number | null): Promise<string> {
    const tab = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null);
    const isOnSite = !!tab?.url && siteOf((await policy.current()).policy, tab.url) !== null;
    const { nonce } = await panels.issue({
      aboutTab: isOnSite ? tabId : null,
      pageUrl: isOnSite ? (tab?.url ?? null) : null,
      documentId: null,
      inPage: false,
    });
    // Not runtime.getURL: that gives the session's changing address, which an action's popup does not take.
    return `${self.location.origin}/panel.html#${nonce}`;
  }

  /** The panel in the page where the launcher lives, else the form in the popup. */
  async function offer(tab: OfferTab | undefined): Promise<void> {
    if (tab?.id !== undefined && (await openLauncher(tab.id))) return;
    await openForm(tab);
  }

  /** In the popup, which a browser may refuse (no window has the focus), else in a tab. */
  async function openForm(tab: OfferTab | undefined): Promise<void> {
    const url = await formUrl(tab?.id ?? null);
    const tabId = tab?.id;
    if (tabId === undefined) return void (await browser.tabs.create({ url }));
    try {
      await browser.action.setPopup({ tabId, popup: url });
      await browser.action.openPopup(tab?.windowId === undefined ? undefined : { windowId: tab.windowId });
    } catch (error) {
      log.warn("popup did not open, a tab does", error);
      await browser.tabs.create({ url });
    } finally {
      await browser.action.setPopup({ tabId, popup: "popup.html" });
    }
  }

  return { formUrl, offer, openForm };
}
