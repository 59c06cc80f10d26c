import type { LauncherHandle } from "../launcher.content/handle";

/** What a press on the button is made of, beside the click, which the launcher keeps to itself. */
const PRESS = ["pointerdown", "mousedown", "touchstart", "pointerup", "mouseup", "touchend"];

/**
 * Keeps from the page what is done to the button: what closes at a press elsewhere stays open and can be reported,
 * and what holds on to the focus does not pull it back. A page that listened before us on its own window hears it
 * all the same; then the panel takes the keyboard by itself when it is up.
 */
export function keepQuiet({ root }: LauncherHandle): void {
  const { host } = root;
  for (const type of PRESS) host.addEventListener(type, (event) => event.stopPropagation());
  addEventListener("focusin", (event) => event.target === host && event.stopImmediatePropagation(), true);
}
