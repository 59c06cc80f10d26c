import { browser } from "wxt/browser";
import { send } from "@/lib/messaging/client";

/** The form in the popup or in a tab of its own: there is no launcher to fold it. */
export const isAlone = window === top;

export async function closePanel(session: string): Promise<void> {
  if (isOrphan()) return leaveOrphan();
  const joined = await globalThis.earshotJoining;
  await send("panel.close", { session, nonce: joined?.nonce ?? "" });
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
