// The handle is a global of the content script's world, which the import only describes.
import type { LauncherHandle } from "../launcher.content/handle";

/** If nobody says that the picture is taken (the extension's worker may stop), the panel comes back by itself. */
const LONGEST_MS = 5000;

/**
 * Makes button and panel unseen while a picture is taken. They stay where they are and keep the keyboard, so that
 * what is typed meanwhile does not go to the page. Gives the function that shows them again.
 */
export function veil(): () => void {
  const launcher: LauncherHandle | undefined = globalThis.earshot;
  if (!launcher?.root) return () => {};
  const style = document.createElement("style");
  style.textContent = ":host{opacity:0!important;transition:none!important}";
  launcher.root.append(style);
  const timer = setTimeout(() => style.remove(), LONGEST_MS);
  return () => {
    clearTimeout(timer);
    style.remove();
  };
}
