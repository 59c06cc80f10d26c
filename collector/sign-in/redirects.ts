import { createHash } from "node:crypto";

/** Where an extension's `identity.getRedirectURL()` leads; no such host exists, the browser catches the address. */
function redirectOrigin(extensionId: string): string {
  if (/^[a-p]{32}$/.test(extensionId)) return `https://${extensionId}.chromiumapp.org`;
  // Firefox: the sha1 of the id, https://searchfox.org/mozilla-central/search?q=computeHash&path=ext-identity.
  return `https://${createHash("sha1").update(extensionId).digest("hex")}.extensions.allizom.org`;
}

/** Whether a session may be sent there: to one of these extensions, and nowhere else. */
export function isAllowedRedirect(address: string, extensionIds: readonly string[]): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "") return false;
  return extensionIds.some((id) => redirectOrigin(id) === url.origin);
}
