import { nextElement, previousElement } from "@/lib/capture/composed-tree";
import { boxOf, isShown } from "@/lib/capture/element-box";
import { isStop } from "@/lib/capture/pickable";

export type Step = "next" | "previous" | "first" | "last";

/** Elements that one key press may pass: more than the largest page has. */
const MOST_PASSED = 500_000;

/** The element that a key leads to; round the end to the other side. null on a page with nothing to point at. */
export function walk(from: Element | null, step: Step, everything: boolean): Element | null {
  const isForward = step === "next" || step === "first";
  const move = isForward ? nextElement : previousElement;
  const start = isForward ? document.documentElement : lastElement();
  if (step === "next" && !from) return firstInWindow(everything) ?? walk(null, "first", everything);
  const isGoingOn = step === "next" || step === "previous";
  let at: Element | null = isGoingOn && from ? move(from) : start;
  let passed = 0;
  let hasTurned = !isGoingOn || !from;
  for (;;) {
    while (at && passed++ < MOST_PASSED) {
      if (isStop(at, everything) && isShown(at)) return at;
      at = move(at);
    }
    if (hasTurned || passed >= MOST_PASSED) return null;
    hasTurned = true;
    at = start;
  }
}

function lastElement(): Element {
  let last: Element = document.documentElement;
  while (last.lastElementChild) last = last.lastElementChild;
  return last;
}

function firstInWindow(everything: boolean): Element | null {
  let passed = 0;
  for (let at: Element | null = document.documentElement; at && passed++ < MOST_PASSED; at = nextElement(at)) {
    if (isStop(at, everything) && isShown(at) && isInWindow(at)) return at;
  }
  return null;
}

export function isInWindow(element: Element): boolean {
  const { left, top, width, height } = boxOf(element);
  return (
    top >= 0 &&
    left >= 0 &&
    top + Math.min(height, innerHeight) <= innerHeight &&
    left + Math.min(width, innerWidth) <= innerWidth
  );
}
