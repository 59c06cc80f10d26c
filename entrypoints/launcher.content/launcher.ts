import { browser } from "wxt/browser";
import { CORNER_KEY, hiddenKey, isHidden, type Names, NAMES_KEY } from "@/lib/platform/launcher-keys";
import { send } from "@/lib/messaging/client";
import type { Corner, Pushes } from "@/lib/messaging/messages";
import type { Push } from "@/lib/messaging/wire";
import type { Focusable, LauncherHandle } from "./handle";
import { LOOK } from "./look";
import { freeCorner, inset } from "./place";

/*
 * The button in the page. Everything here is paid on every page of every site: no library, three listeners, one
 * observer, eight nodes. Until the first hover, focus or click it does nothing; then it warms the panel (an iframe
 * that nobody sees yet) and has its second script injected (label, drag, menu, hiding).
 *
 * Click and focus are heard on the window, before the page's own scripts are there: no page can keep them from us.
 */
const TAG = "earshot-launcher";
declare const __OPEN_SHADOW__: boolean;

export async function startLauncher(): Promise<void> {
  // SVG and XML have no place for a button; frames have their top frame's.
  if (window !== top || !/html|^(?!.*xml)/.test(document.contentType) || globalThis.earshot?.alive()) return;
  globalThis.earshot?.remove();

  let host: HTMLElement;
  let names: Names;
  let frame: HTMLIFrameElement | undefined;
  let warmed: Promise<void> | undefined;
  /** What had the focus before the button, and what gets it back. */
  let before: Focusable | null = null;
  let back: Focusable | null = null;

  const launcher = {
    alive: () => !!browser.runtime?.id,
    remove() {
      observer.disconnect();
      listen(removeEventListener);
      // Without a frame there is nothing left to be told of: `onPush` does nothing then.
      fold();
      host?.remove();
      globalThis.earshot = undefined;
    },
    place(corner) {
      launcher.corner = corner;
      stand(corner);
    },
    again,
    hangIn,
    open,
  } as LauncherHandle;

  // Also the window's own focus: whoever updated or removed the extension was elsewhere, and comes back.
  // document.open takes all listeners away; where ours are still there, adding them again does nothing.
  const listen = (how: typeof addEventListener) => ["click", "focus"].forEach((type) => how(type, hear, true));

  const stand = (corner: Corner) => {
    host.style.cssText = `--at:${inset(corner, "16px")};--in:${inset(corner, "0")}`;
  };

  function hang() {
    host = document.createElement(TAG);
    const root = host.attachShadow({ mode: __OPEN_SHADOW__ ? "open" : "closed" });
    if (import.meta.env.FIREFOX) {
      // There a page's policy forbids styles that come as markup, not those whose text a content script sets (0075).
      const [style, [css = "", inside = ""]] = [
        document.createElement("style"),
        LOOK.slice("<style>".length).split("</style>"),
      ];
      style.textContent = css;
      root.innerHTML = inside;
      root.append(style);
    } else root.innerHTML = LOOK;
    const button = root.querySelector("button") as HTMLButtonElement;
    [button.ariaLabel, , , button.style.cssText] = names;
    button.addEventListener("pointerenter", near);
    listen(addEventListener);
    frame = warmed = undefined;
    Object.assign(launcher, { root, button });
    stand(launcher.corner);
    host.popover = "manual";
    document.documentElement.append(host);
    observer.observe(document, { childList: true });
  }

  /** What has the window to itself, a modal dialog or what is in full screen, leaves all else dead: then we are in it. */
  function hangIn(home: Element = document.documentElement) {
    if (host.parentNode === home) return;
    const isInside = home !== document.documentElement;
    observer.observe(document, { childList: true, subtree: isInside, attributes: isInside });
    // A frame that is moved keeps its page only by moveBefore (Chromium 133, Firefox 144).
    (home.moveBefore ?? home.insertBefore).call(home, host, null);
    raise();
  }

  /** The top layer is out of reach of z-index and of transforms on the page's own root; who came last is on top. */
  function raise() {
    host.hidePopover();
    host.showPopover();
  }

  /** Gone with the extension (then false), back after the page wiped it; also what a failed message leads to. */
  function again() {
    if (!launcher.alive()) launcher.remove();
    else if (!host.isConnected) {
      if (document.documentElement) {
        hang();
        raise();
      }
    } else if (!host.parentElement?.matches(":root,:modal")) hangIn();
    return launcher.alive();
  }
  const observer = new MutationObserver(again);

  function near({ isTrusted }: Event) {
    if (isTrusted) warm().catch(again);
  }

  const isOpen = () => !!frame?.className;

  const warm = () => (warmed ??= makeFrame());

  /**
   * The panel's nonce is made here, so that its frame can load while the background hears of it. The background has the
   * second script injected meanwhile.
   */
  async function makeFrame() {
    try {
      const nonce = String(crypto.getRandomValues(new Uint32Array(4)));
      const src = `${browser.runtime.getURL("/panel.html")}#${nonce}`;
      // Pages with a cross-origin embedder policy take no frame that is not credentialless.
      frame = Object.assign(document.createElement("iframe"), { credentialless: true, title: names[1], src });
      // A panel whose extension is gone loads an empty page: that is how it is heard of here.
      frame.addEventListener("load", again);
      browser.runtime.onMessage.addListener(onPush);
      // Said before the frame is there: the panel's hello comes after it.
      const heard = send("launcher.warm", { nonce });
      launcher.button.before(frame);
      await heard;
    } catch (error) {
      // The next hover or click tries anew.
      fold();
      throw error;
    }
  }

  async function open(from: Focusable | null) {
    const wasOpen = isOpen();
    if (!wasOpen) {
      back = from;
      void warm();
      raise();
      if (frame) frame.className = "open";
    }
    frame?.focus({ preventScroll: true });
    if (wasOpen) return;
    await warmed;
    // The panel takes the keyboard by itself when it is up. Until then no key is to go to the page.
    if (!(await send("launcher.open", null)).shown) fold();
  }

  function fold() {
    frame?.remove();
    frame = warmed = undefined;
    back?.focus?.({ preventScroll: true });
    back = null;
  }

  function hear(event: Event) {
    if (!host || !event.isTrusted) return;
    const path = event.composedPath() as Element[];
    const [target] = path;
    const isFocus = event.type === "focus";
    if (event.target === host) {
      if (launcher.busy && !isFocus) return;
      // What holds on to the focus would pull it back, what closes at a click elsewhere would close.
      event.stopImmediatePropagation();
      if (isFocus) {
        before = (event as FocusEvent).relatedTarget as Focusable | null;
        near(event);
      }
      // A click of 0 came from the keyboard: whoever walked to the button wants to walk on from there.
      else open(((event as MouseEvent).detail && before) || launcher.button).catch(again);
    } else {
      // Not while the button itself is pressed: an element that is moved then gets no click.
      if (!again()) return;
      if (target instanceof Element) {
        hangIn(path.find((one) => one.matches?.(":modal")));
        if (isFocus && !isOpen()) {
          stand(freeCorner(launcher.corner, target.getBoundingClientRect(), innerWidth, innerHeight));
          before = null;
        }
      }
    }
    const { x, y } = host.getBoundingClientRect();
    if (document.elementFromPoint(x + 20, y + 20) !== host) raise();
  }

  function onPush(raw: unknown) {
    const { push, value } = raw as Push;
    if (push === "launcher.fold") {
      if (frame?.src.endsWith((value as Pushes["launcher.fold"]).nonce)) fold();
    } else if (push === "launcher.size" && frame) Object.assign(frame.style, value);
  }

  globalThis.earshot = launcher;
  listen(addEventListener);
  const parsed =
    document.readyState === "loading" &&
    new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { capture: true, once: true }));
  const hidden = hiddenKey(location.origin);
  const stored = await browser.storage.local.get([CORNER_KEY, NAMES_KEY, hidden]);
  await parsed;
  if (import.meta.env.FIREFOX && (stored[NAMES_KEY] as Names | undefined)?.[4]) {
    const answer = await send("launcher.asks", null).catch(() => null);
    if (!answer?.mayStand) return launcher.remove();
    // The script that would tell it is registered for a pattern with a port, too.
    globalThis.earshotCorner = answer.corner ?? undefined;
  }
  // Hidden, here or meanwhile from another tab.
  if (isHidden(stored[hidden], Date.now()) || globalThis.earshot !== launcher) return launcher.remove();
  names = (stored[NAMES_KEY] as Names | undefined) ?? ["", "", "bottom-right", ""];
  launcher.corner = (stored[CORNER_KEY] as Corner | undefined) ?? globalThis.earshotCorner ?? names[2];
  // What an older version of us left behind in an open page; its script is dead and cannot tidy up by itself.
  if (!parsed) document.querySelectorAll(TAG).forEach((old) => old.remove());
  hang();
  // Not at once: it would have the page's layout done out of turn.
  requestIdleCallback(() => host.isConnected && raise());
}
