import { defineContentScript } from "wxt/utils/define-content-script";
import { startLauncher } from "./launcher";

/** Registered at runtime, for the sites of the policy only (`lib/launch/registration.ts`). */
export default defineContentScript({
  matches: ["<all_urls>"],
  registration: "runtime",
  noScriptStartedPostMessage: true,
  main: () => void startLauncher(),
});
