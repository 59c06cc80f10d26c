import { onPush, send } from "@/lib/messaging/client";
import type { PanelOpened } from "@/lib/messaging/messages";

export interface Joined {
  session: string;
  /** What the frame was made with: by it the launcher tells this panel from the next one. */
  nonce: string;
  /** Settles when a person has clicked; at once for a form that was asked for by name. */
  opened: Promise<PanelOpened>;
}

declare global {
  // `var`, because that is what makes a property of globalThis. The first script joins, React's takes it from there.
  var earshotJoining: Promise<Joined> | undefined;
}

/**
 * Says hello with the nonce. Rejects where it is not good (any more): the page was reloaded, or somebody else made
 * the frame. The click may come before the hello or after it, so the push is listened for from the start. `onOpen` is
 * called as soon as it is known that a person has clicked, before what they may see of the page is there.
 */
export async function joinSession(nonce: string, onOpen: () => void): Promise<Joined> {
  const early = new Map<string, PanelOpened>();
  let waiting: { session: string; resolve: (opened: PanelOpened) => void } | null = null;
  const stop = onPush("panel.opened", ({ session, opened }) => {
    if (waiting?.session === session) waiting.resolve(opened);
    else early.set(session, opened);
  });
  try {
    const { session, isOpen } = await send("panel.hello", { nonce });
    const known = early.get(session);
    if (isOpen || known) {
      stop();
      onOpen();
      return { session, nonce, opened: known ? Promise.resolve(known) : send("panel.read", { session }) };
    }
    const later = new Promise<PanelOpened>((resolve) => {
      waiting = { session, resolve };
    });
    void later.then(onOpen);
    return { session, nonce, opened: later.finally(stop) };
  } catch (error) {
    stop();
    throw error;
  }
}
