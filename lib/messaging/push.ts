import { browser } from "wxt/browser";
import type { PushName, Pushes } from "./messages";
import type { Push } from "./wire";

/** How the background speaks unasked. Nobody listening is the usual case, so failures are silent. */
export interface Pusher {
  /** To every extension page that is open: panels, popup, tab. */
  toPages<N extends PushName>(name: N, value: Pushes[N]): void;
  /** To the content scripts in the top frame of a tab. */
  toTab<N extends PushName>(tabId: number, name: N, value: Pushes[N]): void;
}

export function createPusher(): Pusher {
  return {
    toPages(name, value) {
      const push: Push = { push: name, value };
      browser.runtime.sendMessage(push).catch(nobodyListens);
    },
    toTab(tabId, name, value) {
      const push: Push = { push: name, value };
      browser.tabs.sendMessage(tabId, push, { frameId: 0 }).catch(nobodyListens);
    },
  };
}

function nobodyListens(): void {}
