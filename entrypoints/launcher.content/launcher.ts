import { browser } from "wxt/browser";
import { CORNER_KEY, HOME_CORNER, hiddenKey, isHidden } from "@/lib/platform/launcher-keys";
import { send } from "@/lib/messaging/client";
import type { Corner } from "@/lib/messaging/messages";
import type { Push } from "@/lib/messaging/wire";
import { text } from "@/lib/platform/text";
import type { LauncherHandle } from "./handle";
import { MARK, STYLE } from "./look";
import { freeCorner, inset } from "./place";

/*
 * The button in the page. Everything here is paid on every page of every site: no library, three listeners, one
 * observer, eight nodes. Until the first hover, focus or click it does nothing; then it warms the panel (an iframe
 * that nobody sees yet) and has its second script injected (drag, menu, hiding).
 */
const TAG = "earshot-launcher";
declare const __OPEN_SHADOW__: boolean;

/** Whatever had the focus; a document or a window has no such function. */
type Focusable = Partial<HTMLOrSVGElement>;

export async function startLauncher(): Promise<void> {
  // PDF, SVG and XML have no place for a button; frames have their top frame's.
  if (window !== top || !/html/.test(document.contentType) || globalThis.earshot?.alive()) return;
  const hidden = hiddenKey(location.origin);
  const stored = await browser.storage.local.get([CORNER_KEY, hidden]);
  if (isHidden(stored[hidden], Date.now()) || globalThis.earshot?.alive()) return;
  // What an older version of us left behind; its script is dead and cannot tidy up by itself.
  globalThis.earshot?.remove();
  document.querySelectorAll(TAG).forEach((old) => old.remove());

  let host: HTMLElement;
  let frame: HTMLIFrameElement | undefined;
  let warmed: Promise<void> | undefined;
  let loaded: boolean | undefined;
  let menu: boolean;
  /** What had the focus before the button, and what gets it back. */
  let before: Focusable | null = null;
  let back: Focusable | null = null;

  const launcher = {
    corner: (stored[CORNER_KEY] as Corner | undefined) ?? HOME_CORNER,
    dragged: false,
    alive: () => !!browser.runtime?.id,
    remove() {
      observer.disconnect();
      removeEventListener("focus", onFocus, true);
      browser.runtime?.onMessage?.removeListener(onPush);
      host.remove();
      globalThis.earshot = undefined;
    },
    place(corner) {
      launcher.corner = corner;
      stand(corner);
    },
  } as LauncherHandle;

  const stand = (corner: Corner) => {
    const side = inset(corner.split("-")[1] ?? "", "48px");
    host.style.cssText = `--at:${inset(corner, "16px")};--in:${inset(corner, "0")};--label:${side}`;
  };

  function hang() {
    host = document.createElement(TAG);
    const root = host.attachShadow({ mode: __OPEN_SHADOW__ ? "open" : "closed" });
    const style = document.createElement("style");
    const button = document.createElement("button");
    const svg = "http://www.w3.org/2000/svg";
    const mark = document.createElementNS(svg, "svg");
    const path = document.createElementNS(svg, "path");
    style.textContent = STYLE;
    button.ariaLabel = text("launcher_label");
    path.setAttribute("d", MARK);
    mark.setAttribute("viewBox", "0 0 24 24");
    mark.append(path);
    button.append(mark);
    root.append(style, button);
    button.addEventListener("pointerenter", near);
    button.addEventListener("click", onClick);
    // Every focus in the page, and the window's own: whoever updated or removed the extension was elsewhere, and comes
    // back. document.open takes all listeners away; where ours is still there, adding it again does nothing.
    addEventListener("focus", onFocus, true);
    frame = warmed = loaded = undefined;
    menu = false;
    Object.assign(launcher, { root, button });
    stand(launcher.corner);
    document.documentElement.append(host);
    // The top layer is out of reach of z-index and of transforms on the page's own root.
    host.popover = "manual";
    host.showPopover();
  }

  /** Gone with the extension, back after the page wiped it; also what a failed message leads to. */
  const again = () => {
    if (!launcher.alive()) launcher.remove();
    else if (!host.isConnected && document.documentElement) hang();
  };
  const observer = new MutationObserver(again);

  function near(event: Event) {
    if (!event.isTrusted) return;
    if (!menu) {
      menu = true;
      send("launcher.menu", null).catch(again);
    }
    warm().catch(again);
  }

  const isOpen = () => frame?.classList.contains("open");

  const warm = () =>
    (warmed ??= send("launcher.warm", null).then(
      ({ url }) => {
        frame = document.createElement("iframe");
        // Pages with a cross-origin embedder policy take no frame without it.
        frame.setAttribute("credentialless", "");
        frame.title = text("panel_title");
        frame.src = url;
        // A panel whose extension is gone loads an empty page: that is how it is heard of here.
        frame.addEventListener("load", () => {
          again();
          loaded = true;
        });
        launcher.button.before(frame);
      },
      (error: unknown) => {
        // The next hover or click tries anew.
        warmed = undefined;
        throw error;
      },
    ));

  async function open(from: Focusable | null) {
    if (isOpen()) {
      frame?.focus({ preventScroll: true });
      return;
    }
    back = from;
    await warm();
    const whole = loaded;
    frame?.classList.add("open");
    frame?.focus({ preventScroll: true });
    const { shown, typed } = await send("launcher.open", null);
    if (!shown) return fold();
    // A frame that was focused while it loaded holds the page's focus and has none itself; anew it has (Chromium 156).
    // Where it was whole before, or keys have arrived, it has it already, and the next one must not fall between the two.
    if (whole || typed) return;
    frame?.blur();
    frame?.focus({ preventScroll: true });
  }

  function fold() {
    frame?.remove();
    frame = warmed = loaded = undefined;
    back?.focus?.({ preventScroll: true });
  }

  function onClick(event: MouseEvent) {
    if (!event.isTrusted || launcher.dragged) return;
    // A click of 0 came from the keyboard: whoever walked to the button wants to walk on from there.
    open((event.detail && before) || launcher.button).catch(again);
  }

  function onFocus(event: FocusEvent) {
    again();
    const target = event.composedPath()[0];
    if (event.target === host) {
      before = event.relatedTarget as Focusable | null;
      near(event);
    } else if (target instanceof Element && !isOpen()) {
      stand(freeCorner(launcher.corner, target.getBoundingClientRect(), innerWidth, innerHeight));
      before = null;
    }
  }

  function onPush(raw: unknown, _sender: unknown, respond: (taken: boolean) => void) {
    const { push, value } = raw as Push;
    if (push === "launcher.open") {
      again();
      open((launcher.root.activeElement ?? document.activeElement) as Focusable | null).catch(again);
      respond(true);
    } else if (push === "launcher.fold") fold();
    else if (push === "launcher.remove") launcher.remove();
    else if (push === "launcher.place") launcher.place((value as { corner: Corner }).corner);
    else if (push === "launcher.size" && frame) Object.assign(frame.style, value);
  }

  hang();
  globalThis.earshot = launcher;
  observer.observe(document, { childList: true });
  browser.runtime.onMessage.addListener(onPush);
}
