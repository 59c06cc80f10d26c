import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { letDrag } from "./drag";
import { letShowMenu } from "./menu";
import { keepQuiet } from "./quiet";

/** Injected on the first hover or focus of the launcher: what only a person who reaches for the button needs. */
export default defineUnlistedScript(() => {
  const launcher = globalThis.earshot;
  // Injected with every new panel; a button needs it once.
  if (!launcher || launcher.button.ariaHasPopup) return;
  keepQuiet(launcher);
  letDrag(launcher);
  letShowMenu(launcher);
});
