import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readPage } from "@/lib/capture/read-page";

/** Injected when the panel opens, never before; `executeScript` hands its result to the background. */
export default defineUnlistedScript(() => readPage(window));
