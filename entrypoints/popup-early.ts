import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readFirstRowsEarly } from "@/lib/inbox/first-rows-early";
import { firstState } from "./popup/shell/known-state";
import { recallWidth } from "./popup/shell/popup-size";

/**
 * The popup's first script, before React is there: wakes the background with the first question, sets the size, and
 * where its owner was a reviewer the last time reads the first rows, and fetches what only reviewers need.
 */
export default defineUnlistedScript(() => {
  globalThis.earshotState = firstState();
  if (!recallWidth()) return;
  globalThis.earshotRows = readFirstRowsEarly();
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-reviewer]")) {
    link.rel = link.dataset["reviewer"] ?? "";
  }
});
