import { elementAt } from "@/lib/capture/pickable";
import { parentOf } from "@/lib/capture/composed-tree";
import type { Box } from "@/lib/capture/element-box";
import { text } from "@/lib/platform/text";
import { HOST_STYLE, STAGE_STYLE } from "./look";

/*
 * All that the picker shows, and what takes the mouse, the touch and the keys: an empty frame over the whole window,
 * in a closed shadow root. Events in a frame never reach the window around it, so the page learns of no click and no
 * key even where it listened first; what it could listen to would be the window's own capture phase, where the one
 * who came first is asked first. The frame has no address: no policy of the page can forbid it, and it is in none of
 * the page's lists.
 */
const TAG = "earshot-picker";
declare const __OPEN_SHADOW__: boolean;

export interface Stage {
  /** Where the events arrive; null in a sandboxed page, whose frames are closed to us: then the window's are taken. */
  view: Window | null;
  isThere(): boolean;
  /** Brings the keyboard back here; false where it already is. */
  focus(): boolean;
  isOnCancel(x: number, y: number): boolean;
  /** Outlines what would be taken and says it; null for nothing. */
  show(box: Box | null, words: string): void;
  /** Moves the bar to the other edge where it lies on what the keyboard has come to. */
  keepClearOf(box: Box): void;
  remove(): void;
}

/** Hangs the stage up; `ready` is called as soon as it can take events, at once in Chromium, a turn later in Firefox. */
export function hangStage(ready: (stage: Stage) => void): void {
  const host = document.createElement(TAG);
  const root = host.attachShadow({ mode: __OPEN_SHADOW__ ? "open" : "closed" });
  const frame = document.createElement("iframe");
  frame.title = text("picker_title");
  let isBuilt = false;
  const build = () => {
    if (isBuilt) return;
    isBuilt = true;
    const inner = frame.contentDocument;
    if (!inner?.body) frame.remove();
    else inner.documentElement.lang = document.documentElement.lang;
    ready(furnish(host, root, inner?.body ? frame : null));
  };
  frame.addEventListener("load", build, { once: true });
  root.append(styled(document, HOST_STYLE), frame);
  (openModal() ?? document.documentElement).append(host);
  // The top layer is out of reach of z-index and of transforms on the page's own root.
  host.popover = "manual";
  host.showPopover?.();
  if (!frame.contentDocument) build();
}

/** Outside of an open modal dialog nothing can be pressed, not even in the top layer. */
function openModal(): Element | null {
  for (let at = elementAt(document, 1, 1); at; at = parentOf(at)) if (at.matches("dialog:modal")) return at;
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? null;
}

function furnish(host: HTMLElement, root: ShadowRoot, frame: HTMLIFrameElement | null): Stage {
  const inner = frame?.contentDocument ?? document;
  const make = (tag: string, className: string, content = "") => {
    const element = inner.createElement(tag);
    element.className = className;
    element.textContent = content;
    return element;
  };
  const stage = make("div", "stage");
  stage.setAttribute("role", "application");
  stage.ariaLabel = text("picker_title");
  stage.tabIndex = 0;
  const box = make("div", "box");
  const tag = make("div", "tag");
  const bar = make("div", "bar");
  const words = make("div", "");
  const hint = make("span", "", text("picker_hint"));
  hint.id = "hint";
  stage.setAttribute("aria-describedby", "hint");
  const cancel = make("button", "", text("picker_cancel"));
  // Tab walks through the page here; Escape is this button's key.
  cancel.tabIndex = -1;
  cancel.setAttribute("aria-keyshortcuts", "Escape");
  const said = make("div", "unseen");
  said.setAttribute("role", "status");
  tag.ariaHidden = "true";
  box.hidden = tag.hidden = true;
  words.append(make("b", "", text("picker_bar")), hint);
  bar.append(words, cancel);
  stage.append(box, tag, bar, said);
  const style = styled(inner, STAGE_STYLE);
  if (frame) {
    inner.head.append(style);
    inner.body.append(stage);
  } else root.append(style, stage);
  const home = frame ? inner : root;

  return {
    view: frame?.contentWindow ?? null,
    isThere: () => host.isConnected,
    focus() {
      const isHere = home.activeElement === stage && (!frame || root.activeElement === frame);
      if (isHere) return false;
      frame?.focus({ preventScroll: true });
      stage.focus({ preventScroll: true });
      return true;
    },
    isOnCancel: (x, y) => home.elementFromPoint(x, y) === cancel,
    show(at, sentence) {
      box.hidden = tag.hidden = at === null;
      if (said.textContent !== sentence) said.textContent = tag.textContent = sentence;
      if (at) drawAt(at, box, tag);
    },
    keepClearOf(at) {
      bar.classList.toggle("low", at.top < bar.offsetHeight + BAR_REACH && at.top + at.height < innerHeight / 2);
    },
    remove: () => host.remove(),
  };
}

function styled(home: Document, css: string): HTMLStyleElement {
  const style = home.createElement("style");
  style.textContent = css;
  return style;
}

const GAP = 4;
/** CSS pixels from the window's edge to the far side of the bar's shadow, without the bar. */
const BAR_REACH = 24;

/** The outline around the element, as far as it is in the window; its words below, else above, else inside. */
function drawAt(at: Box, box: HTMLElement, tag: HTMLElement): void {
  const left = Math.max(at.left - GAP, 2);
  const top = Math.max(at.top - GAP, 2);
  const right = Math.min(at.left + at.width + GAP, innerWidth - 2);
  const bottom = Math.min(at.top + at.height + GAP, innerHeight - 2);
  place(box, left, top);
  box.style.width = `${Math.max(right - left, 0)}px`;
  box.style.height = `${Math.max(bottom - top, 0)}px`;
  const { offsetWidth: width, offsetHeight: height } = tag;
  const below = bottom + GAP + height <= innerHeight - GAP;
  const above = top - GAP - height >= GAP;
  const y = below ? bottom + GAP : above ? top - GAP - height : innerHeight - height - GAP * 2;
  place(tag, Math.max(GAP * 2, Math.min(left, innerWidth - width - GAP * 2)), y);
}

function place(element: HTMLElement, left: number, top: number): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
