import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readFirstRowsEarly } from "@/lib/inbox/first-rows-early";
import { firstState } from "./popup/shell/known-state";
import { drawFirstHead } from "./popup/shell/first-head";
import { recallWidth } from "./popup/shell/popup-size";

/**
 * The popup's first script, before React is there: wakes the background with the first question, sets the size, and says
 * what the popup's parts are. Where its owner was a reviewer the last time it reads the first rows, and fetches what only
 * reviewers need.
 */
export default defineUnlistedScript(() => {
  globalThis.earshotState = firstState();
  const isReviewers = recallWidth();
  drawFirstHead(isReviewers);
  if (!isReviewers) return;
  globalThis.earshotRows = readFirstRowsEarly();
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-reviewer]")) {
    link.rel = link.dataset["reviewer"] ?? "";
    // It runs right after the popup's own script then; where it fails, whoever needs it asks again and says so.
    if (link.rel === "modulepreload") import(/* @vite-ignore */ link.href).catch(() => {});
  }
});
