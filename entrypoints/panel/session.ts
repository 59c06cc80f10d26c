import { browser } from "wxt/browser";
import { onPush, send } from "@/lib/messaging/client";
import type { PanelOpened } from "@/lib/messaging/messages";

export interface Joined {
  session: string;
  /** Settles when a person has clicked; at once for a form that was asked for by name. */
  opened: Promise<PanelOpened>;
}

/**
 * Says hello with the nonce. Rejects where it is not good (any more): the page was reloaded, or somebody else made
 * the frame. The click may come before the hello or after it, so the push is listened for from the start.
 */
export async function joinSession(nonce: string): Promise<Joined> {
  const early = new Map<string, PanelOpened>();
  let waiting: { session: string; resolve: (opened: PanelOpened) => void } | null = null;
  const stop = onPush("panel.opened", ({ session, opened }) => {
    if (waiting?.session === session) waiting.resolve(opened);
    else early.set(session, opened);
  });
  try {
    const { session, opened } = await send("panel.hello", { nonce });
    const known = opened ?? early.get(session);
    if (known) {
      stop();
      return { session, opened: Promise.resolve(known) };
    }
    const later = new Promise<PanelOpened>((resolve) => {
      waiting = { session, resolve };
    });
    return { session, opened: later.finally(stop) };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The form in the popup or in a tab of its own: there is no launcher to fold it. */
export const isAlone = window === top;

export async function closePanel(session: string): Promise<void> {
  if (isOrphan()) return leaveOrphan();
  await send("panel.close", { session });
  if (isAlone) location.replace("/popup.html");
}

/** The extension was updated or removed under this page: nothing that is written here reaches anybody. */
export function isOrphan(): boolean {
  const runtime: Partial<typeof browser.runtime> | undefined = browser.runtime;
  return !runtime?.id;
}

/** A frame cannot remove itself; the launcher around it sees it load, finds itself orphaned too, and removes both. */
export function leaveOrphan(): void {
  if (isAlone) window.close();
  else location.replace("about:blank");
}
