import { browser } from "wxt/browser";

/** Not in Firefox at all; elsewhere only once the person has allowed it. */
type Asking = { getProfileUserInfo?: (details: object) => Promise<{ email: string }> };

const NEEDED = { permissions: ["identity", "identity.email"] } as unknown as Parameters<
  typeof browser.permissions.request
>[0];

/** Whether this browser can tell the address of the account that it is signed in to. */
export function canAskProfile(): boolean {
  return !import.meta.env.FIREFOX;
}

/**
 * The e-mail address of the browser's own account; null where there is none, or the person does not allow it. Call it
 * from a click: the browser asks the person the first time.
 */
export async function profileAddress(): Promise<string | null> {
  if (!(await browser.permissions.request(NEEDED))) return null;
  const identity = (browser as { identity?: Asking }).identity;
  const told = await identity?.getProfileUserInfo?.({ accountStatus: "ANY" });
  return told?.email || null;
}
