import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { describeElement } from "@/lib/capture/describe-element";
import { send } from "@/lib/messaging/client";
import { pick } from "./pick";
import { veilLauncher } from "./veil-launcher";

declare global {
  // `var`, because that is what makes a property of globalThis.
  var earshotPicking: boolean | undefined;
}

/** "Point at it". Injected when a person asks for it in the panel, never before; leaves nothing behind. */
export default defineUnlistedScript(() => {
  if (globalThis.earshotPicking) return;
  globalThis.earshotPicking = true;
  const unveil = veilLauncher();
  pick((element) => {
    globalThis.earshotPicking = false;
    const picked = element && describeElement(element);
    unveil();
    const told = picked ? send("picker.picked", { element: picked }) : send("picker.left", null);
    // Nobody to tell: the extension was updated meanwhile, or the panel is gone.
    told.catch(() => {});
  });
});
