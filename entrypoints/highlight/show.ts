import type { ElementDescription } from "@/lib/capture/describe-element";
import { boxOf } from "@/lib/capture/element-box";
import { sayElement } from "@/lib/capture/element-words";
import { text, textWith } from "@/lib/platform/text";
import { STYLE } from "./look";

const TAG = "earshot-highlight";
const FOUND_STAYS_MS = 8000;
/** Words that ask to be read stay longer, and go by a button. */
const LOST_STAYS_MS = 20_000;
const GAP = 4;
declare const __OPEN_SHADOW__: boolean;

/** Outlines the element where it is, and follows it; the page can be used meanwhile. */
export function showFound(element: Element, wanted: ElementDescription): void {
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: calm() ? "instant" : "smooth" });
  const { root, leave, isThere } = hang(FOUND_STAYS_MS);
  const box = part("div", "box");
  const note = part("div", "note", sayElement(wanted, textWith));
  note.setAttribute("role", "status");
  root.append(box, note);
  const follow = () => {
    if (!isThere()) return;
    if (!element.isConnected) return leave();
    const { left, top, width, height } = boxOf(element);
    Object.assign(box.style, {
      left: `${left - GAP}px`,
      top: `${top - GAP}px`,
      width: `${width + GAP * 2}px`,
      height: `${height + GAP * 2}px`,
    });
    const below = top + height + GAP * 2;
    const y = below + note.offsetHeight < innerHeight ? below : top - note.offsetHeight - GAP * 2;
    note.style.top = `${Math.max(GAP, Math.min(y, innerHeight - note.offsetHeight - GAP))}px`;
    note.style.left = `${Math.max(GAP, Math.min(left - GAP, innerWidth - note.offsetWidth - GAP))}px`;
    requestAnimationFrame(follow);
  };
  follow();
}

/** Says in words what was looked for and is not there. */
export function showLost(wanted: ElementDescription): void {
  const { root, leave } = hang(LOST_STAYS_MS);
  const note = part("div", "note lost");
  const words = part("span", "", textWith("picker_notFound", sayElement(wanted, textWith)));
  words.setAttribute("role", "status");
  const close = part("button", "", text("picker_close"));
  close.addEventListener("click", (event) => event.isTrusted && leave());
  note.append(words, close);
  root.append(note);
}

function hang(staysMs: number): { root: ShadowRoot; leave: () => void; isThere: () => boolean } {
  document.querySelectorAll(TAG).forEach((old) => old.remove());
  const host = document.createElement(TAG);
  const root = host.attachShadow({ mode: __OPEN_SHADOW__ ? "open" : "closed" });
  const style = part("style", "", STYLE);
  root.append(style);
  document.documentElement.append(host);
  host.popover = "manual";
  host.showPopover?.();
  const timer = setTimeout(() => leave(), staysMs);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && event.isTrusted) leave();
  };
  const leave = () => {
    clearTimeout(timer);
    removeEventListener("keydown", onKey, { capture: true });
    host.remove();
  };
  // Heard, not taken: the page's own Escape goes on working.
  addEventListener("keydown", onKey, { capture: true });
  return { root, leave, isThere: () => host.isConnected };
}

function part(tag: string, className: string, content = ""): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  return element;
}

function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
