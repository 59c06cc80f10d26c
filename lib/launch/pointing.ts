import { browser } from "wxt/browser";
import type { Handlers } from "@/lib/messaging/server";
import type { Pusher } from "@/lib/messaging/push";
import type { Sender } from "@/lib/messaging/sender";
import type { PointedElement } from "@/lib/messaging/messages";
import type { PolicyState } from "@/lib/policy/policy";
import type { Panel } from "./panels";
import { elementWithin } from "./within-policy";

export interface PointingDeps {
  /** The panel of a session if it is open and asks for itself; else rejects. */
  panelOf(session: string, sender: Sender): Promise<Panel>;
  policy: { current(): Promise<PolicyState> };
  push: Pusher;
  log: { warn(message: string, detail?: unknown): void };
}

/** Which panel asked its tab to point at something; kept, since the worker may stop while a person looks around. */
interface Asked {
  session: string;
  documentId: string | null;
}
const askedKey = (tabId: number) => `pointing:${tabId}`;

/**
 * "Point at it": the panel asks, the picker is injected into the panel's own tab, and what it found goes back to that
 * panel. A page's process could speak as the picker: it is listened to once, only after a panel has asked, and only
 * from the document that was asked. What it says is shown to the person before it is sent.
 */
export function createPointing({ panelOf, policy, push, log }: PointingDeps) {
  async function answer(sender: Sender, element: PointedElement | null): Promise<null> {
    if (sender.tabId === null) return null;
    const key = askedKey(sender.tabId);
    const asked = (await browser.storage.session.get(key))[key] as Asked | undefined;
    if (!asked || asked.documentId !== sender.documentId) throw new Error("nobody asked to point at anything");
    await browser.storage.session.remove(key);
    const { capture } = (await policy.current()).policy;
    push.toPages("panel.pointed", { session: asked.session, element: element && elementWithin(element, capture) });
    return null;
  }

  const handlers: Pick<Handlers, "panel.point" | "picker.picked" | "picker.left"> = {
    async "panel.point"({ session }, sender) {
      const { aboutTab: tabId, documentId, inPage } = await panelOf(session, sender);
      if (!inPage || tabId === null) return { started: false };
      const asked: Asked = { session, documentId };
      await browser.storage.session.set({ [askedKey(tabId)]: asked });
      try {
        await browser.scripting.executeScript({ target: { tabId }, files: ["/picker.js"] });
        return { started: true };
      } catch (error) {
        log.warn("picker was not let in", error);
        await browser.storage.session.remove(askedKey(tabId));
        return { started: false };
      }
    },

    "picker.picked": ({ element }, sender) => answer(sender, element),
    "picker.left": (_input, sender) => answer(sender, null),
  };
  return { handlers };
}
