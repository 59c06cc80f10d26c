import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { capturePage } from "@/lib/capture/page-context";

/** Injected when the panel opens, never before; `executeScript` hands its result to the background. */
export default defineUnlistedScript(() => capturePage(window));
