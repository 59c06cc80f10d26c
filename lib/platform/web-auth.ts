import { browser } from "wxt/browser";

/** How a sign-in window came to its end: at the extension's own address, or why not. */
export type Opened =
  | { kind: "back"; address: string }
  /** Asked in silence, and the person would have to do something. */
  | { kind: "needs-person" }
  /** The person closed the window. */
  | { kind: "closed" }
  | { kind: "failed" };

/** The browser's own window for signing in. */
export interface WebAuth {
  /** The address at which the browser catches what comes back; none of the network. */
  redirectUri(): string;
  open(address: string, interactive: boolean): Promise<Opened>;
}

export const systemWebAuth: WebAuth = {
  redirectUri: () => browser.identity.getRedirectURL(),
  async open(address, interactive) {
    try {
      const back = await browser.identity.launchWebAuthFlow({ url: address, interactive });
      return back === undefined ? { kind: "failed" } : { kind: "back", address: back };
    } catch (error) {
      return { kind: kindOf(error instanceof Error ? error.message : "") };
    }
  },
};

/** There are only words to tell by. Chromium 156: "User interaction required.", "The user did not approve access." */
function kindOf(message: string): "needs-person" | "closed" | "failed" {
  if (/interaction/i.test(message)) return "needs-person";
  return /approve|cancel|denied/i.test(message) ? "closed" : "failed";
}
