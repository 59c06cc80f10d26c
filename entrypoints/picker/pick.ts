import { wordsFor } from "@/lib/capture/describe-element";
import { boxOf } from "@/lib/capture/element-box";
import { sayElement } from "@/lib/capture/element-words";
import { elementAt, meantBy } from "@/lib/capture/pickable";
import { textWith } from "@/lib/platform/text";
import { scrollAt, wheelPixels } from "./scroll";
import { hangStage, type Stage } from "./stage";
import { reachableWindows, takeEvents } from "./take-events";
import { isInWindow, walk, type Step } from "./walk";

/** A page that pulls the focus to itself over and over shall not be fought for ever; its keys are taken anyway. */
const MOST_FOCUS_PULLS = 50;
/** Milliseconds: whoever holds the key for longer means it; the picker does not stay for that. */
const MOST_HELD_MS = 1000;
/** CSS pixels that a finger may move within a tap. */
const TAP_SLOP = 10;

/** Tab for what can be worked with and headings, arrows for everything. */
const STEPS: Record<string, { step: Step; everything: boolean }> = {
  ArrowDown: { step: "next", everything: true },
  ArrowRight: { step: "next", everything: true },
  ArrowUp: { step: "previous", everything: true },
  ArrowLeft: { step: "previous", everything: true },
  Home: { step: "first", everything: true },
  End: { step: "last", everything: true },
};

/** Lets a person point at an element; `done` is called once, with null for leaving without one. */
export function pick(done: (element: Element | null) => void): void {
  hangStage((stage) => run(stage, done));
}

function run(stage: Stage, done: (element: Element | null) => void): void {
  const address = location.href;
  let current: Element | null = null;
  let words = "";
  /** Where the pointer was seen last, if it has moved since it was looked at. */
  let pointer: { x: number; y: number } | null = null;
  let touch: { x: number; y: number; isPanning: boolean } | null = null;
  let pulls = 0;
  let hasEnded = false;
  /** What a key has chosen, until that key is let go: its way up is not the page's either, which has the focus next. */
  let chosen: { element: Element | null } | null = null;

  const windows = [...(stage.view ? [stage.view] : []), ...reachableWindows(window)];
  const giveBack = takeEvents(windows, act);
  window.addEventListener("pagehide", leave);
  stage.focus();
  requestAnimationFrame(tick);

  function end(element: Element | null): void {
    if (hasEnded) return;
    hasEnded = true;
    giveBack();
    window.removeEventListener("pagehide", leave);
    stage.remove();
    done(element);
  }

  function leave(): void {
    end(chosen?.element ?? null);
  }

  function endOnKeyUp(element: Element | null): void {
    chosen ??= { element };
    setTimeout(leave, MOST_HELD_MS);
  }

  function tick(): void {
    if (hasEnded) return;
    // The page went on to another view, or threw everything away.
    if (!stage.isThere() || location.href !== address) return leave();
    if (stage.focus() && ++pulls > MOST_FOCUS_PULLS) stage.focus = () => false;
    if (pointer) aim(meantAt(pointer.x, pointer.y));
    pointer = null;
    if (current && !current.isConnected) aim(null);
    stage.show(current && boxOf(current), words);
    requestAnimationFrame(tick);
  }

  function meantAt(x: number, y: number): Element | null {
    if (stage.isOnCancel(x, y)) return null;
    const element = elementAt(document, x, y);
    return element && meantBy(element);
  }

  function aim(element: Element | null): void {
    if (element === current) return;
    current = element;
    words = element ? sayElement(wordsFor(element), textWith) : "";
  }

  function act(event: Event, from: Window): void {
    if (hasEnded) return;
    if (chosen) {
      if (event.type === "keyup") leave();
    } else if (event.type === "keydown") onKey(event as KeyboardEvent);
    // In a frame of the page a point counts from another corner; there only keys can arrive.
    else if (from === stage.view || from === window) onPointer(event);
  }

  function onPointer(event: Event): void {
    if (event.type === "wheel") {
      const { clientX: x, clientY: y } = event as WheelEvent;
      const { dx, dy } = wheelPixels(event as WheelEvent);
      scrollAt(elementAt(document, x, y), dx, dy);
      pointer = { x, y };
    } else if (event.type === "pointerdown") onDown(event as PointerEvent);
    else if (event.type === "pointermove") onMove(event as PointerEvent);
    else if (event.type === "click") onClick(event as MouseEvent);
  }

  function onDown({ pointerType, clientX: x, clientY: y }: PointerEvent): void {
    touch = pointerType === "touch" ? { x, y, isPanning: false } : null;
    pointer = { x, y };
  }

  function onMove({ clientX: x, clientY: y }: PointerEvent): void {
    if (!touch) {
      pointer = { x, y };
      return;
    }
    // A finger that moves means the page, not the thing under it.
    touch.isPanning ||= Math.hypot(x - touch.x, y - touch.y) > TAP_SLOP;
    if (!touch.isPanning) return;
    scrollAt(elementAt(document, x, y), touch.x - x, touch.y - y);
    touch = { x, y, isPanning: true };
    aim(null);
  }

  function onClick({ clientX: x, clientY: y }: MouseEvent): void {
    if (touch?.isPanning) return;
    if (stage.isOnCancel(x, y)) return leave();
    const element = meantAt(x, y);
    if (element) end(element);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === "Escape") endOnKeyUp(null);
    else if (key === "Enter" && current) endOnKeyUp(current);
    else if (key === "PageDown" || key === "PageUp") {
      scrollAt(current ?? document.scrollingElement, 0, innerHeight * (key === "PageDown" ? 0.8 : -0.8));
    } else if (key === "Tab") go({ step: event.shiftKey ? "previous" : "next", everything: false });
    else if (Object.hasOwn(STEPS, key)) go(STEPS[key]);
  }

  function go(where: { step: Step; everything: boolean } | undefined): void {
    const next = where && walk(current, where.step, where.everything);
    if (!next) return;
    if (!isInWindow(next)) next.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    aim(next);
    stage.keepClearOf(boxOf(next));
  }
}
