import { innerRoot, isOurs, parentOf } from "./composed-tree";
import { isControl, isHeading, isRecord, roleOf } from "./element-role";

/** How far up from what the pointer is on: more than an icon in a label in a button never is. */
const MOST_STEPS = 12;

/**
 * What a person means by pointing here: the control or heading that is there, else the cell, row or list item, else a
 * picture, else the part itself. null for the empty page.
 */
export function meantBy(element: Element): Element | null {
  let picture: Element | null = null;
  let at: Element | null = element;
  for (let step = 0; at && step < MOST_STEPS; step++, at = parentOf(at)) {
    const role = roleOf(at);
    if (isControl(role) || isHeading(role)) return at;
    const labelled = at.localName === "label" ? (at as HTMLLabelElement).control : null;
    if (labelled) return labelled;
    if (isRecord(at)) return picture ?? at;
    if (role === "img") picture ??= at;
  }
  return picture ?? (isWholePage(element) ? null : element);
}

function isWholePage(element: Element): boolean {
  return /^(html|body|frameset)$/.test(element.localName);
}

/** Whether the keyboard's walk stops here. Tab stops only at what can be worked with and at headings. */
export function isStop(element: Element, everything: boolean): boolean {
  if (isOurs(element)) return false;
  const role = roleOf(element);
  if (isControl(role) || isHeading(role)) return true;
  return everything && (role === "img" || role === "paragraph" || isRecord(element));
}

/** The innermost element at a point of the window, through open shadow roots and frames of the same origin. */
export function elementAt(top: Document, x: number, y: number): Element | null {
  let root: Document | ShadowRoot | null = top;
  let found: Element | null = null;
  while (root) {
    const here: Document | ShadowRoot = root;
    // Below ours; a shadow root also tells what is around it.
    const next = here.elementsFromPoint(x, y).find((one) => !isOurs(one) && one.getRootNode() === here);
    if (!next || next === found) return found;
    found = next;
    root = innerRoot(next);
    if (root?.nodeType === 9) [x, y] = intoFrame(next as HTMLElement, x, y);
  }
  return found;
}

function intoFrame(frame: HTMLElement, x: number, y: number): [number, number] {
  const box = frame.getBoundingClientRect();
  const scale = frame.offsetWidth > 0 ? box.width / frame.offsetWidth : 1;
  return [(x - box.left) / scale - frame.clientLeft, (y - box.top) / scale - frame.clientTop];
}
