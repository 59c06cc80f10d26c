// The handle is a global of the content script's world, which the import only describes.
import type { LauncherHandle } from "../launcher.content/handle";

/**
 * Hides button and panel while a person points. They stay in the page as they are, since a frame that is taken out
 * and put back begins anew. Gives the function that brings them back, with the keyboard in the panel.
 */
export function veilLauncher(): () => void {
  const launcher: LauncherHandle | undefined = globalThis.earshot;
  if (!launcher?.root) return () => {};
  const { root } = launcher;
  const host = root.host as HTMLElement;
  const veil = document.createElement("style");
  veil.textContent = ":host{opacity:0!important;pointer-events:none!important}";
  root.append(veil);
  host.inert = true;
  return () => {
    veil.remove();
    host.inert = false;
    root.querySelector<HTMLElement>("iframe.open")?.focus({ preventScroll: true });
  };
}
