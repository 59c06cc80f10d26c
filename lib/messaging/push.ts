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

export interface FrameOfTab {
  tabId: number;
  frameId: number;
}

/**
 * `frames`: where pages of ours stand inside of web pages. Firefox (153) takes those for content scripts: what is said to
 * the extension's pages does not reach them, only what is said to their tab and frame.
 */
export function createPusher(frames: () => Promise<readonly FrameOfTab[]>): Pusher {
  async function toFrames(push: Push): Promise<void> {
    for (const { tabId, frameId } of await frames()) {
      browser.tabs.sendMessage(tabId, push, { frameId }).catch(nobodyListens);
    }
  }

  return {
    toPages(name, value) {
      const push: Push = { push: name, value };
      browser.runtime.sendMessage(push).catch(nobodyListens);
      if (import.meta.env.FIREFOX) toFrames(push).catch(nobodyListens);
    },
    toTab(tabId, name, value) {
      const push: Push = { push: name, value };
      browser.tabs.sendMessage(tabId, push, { frameId: 0 }).catch(nobodyListens);
    },
  };
}

function nobodyListens(): void {}
