import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { firstState } from "./popup/shell/known-state";
import { recallWidth } from "./popup/shell/popup-size";

/**
 * The popup's first script, before React is there: wakes the background with the first question, sets the size, and
 * fetches what only reviewers need where its owner was one the last time.
 */
export default defineUnlistedScript(() => {
  globalThis.earshotState = firstState();
  if (!recallWidth()) return;
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-reviewer]")) {
    link.rel = link.dataset["reviewer"] ?? "";
  }
});
