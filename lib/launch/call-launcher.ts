import { browser } from "wxt/browser";
import type { Corner } from "@/lib/messaging/messages";

/*
 * What the background has a launcher do: by injection, since a launcher that listened for messages would cost every page
 * 0.7 ms and 14 KiB before anybody touches it. Each function runs in the page, so it may use nothing from around it. A
 * page that is still on its way has no button yet.
 */

/** Opens the panel without a click on the button; false where there is no launcher, or the page could not show it. */
export async function openLauncher(tabId: number): Promise<boolean> {
  const taken = await inPage(tabId, () => {
    const launcher = globalThis.earshot;
    if (!launcher?.button || !launcher.again()) return false;
    launcher.hangIn([...document.querySelectorAll(":modal")].at(-1));
    const { root, button } = launcher;
    const from = root.activeElement ?? document.activeElement;
    button.focus({ preventScroll: true });
    // What is inert takes no focus: then the form is for the popup.
    if (!root.activeElement && !root.querySelector("iframe.open")) return false;
    launcher.open(from as HTMLElement | null).catch(launcher.again);
    return true;
  });
  return taken === true;
}

export async function removeLauncher(tabId: number): Promise<void> {
  await inPage(tabId, () => globalThis.earshot?.remove());
}

export async function placeLauncher(tabId: number, corner: Corner): Promise<void> {
  await inPage(tabId, (to: Corner) => globalThis.earshot?.button && globalThis.earshot.place(to), corner);
}

/** undefined where the page takes no script. */
async function inPage<A extends string[]>(tabId: number, func: (...given: A) => unknown, ...args: A): Promise<unknown> {
  try {
    const target = { tabId };
    const [done] = await browser.scripting.executeScript({ target, func, args, injectImmediately: true });
    return done?.result;
  } catch {
    return undefined;
  }
}
