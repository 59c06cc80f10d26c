import { isOurs } from "@/lib/capture/composed-tree";
import { type Covers, TooMuch } from "./find-covers";
import { fieldKind } from "./field-kind";
import type { FindOptions } from "@/lib/capture/private/find-private";
import { framePlace, type Place } from "./place";
import { rectOf } from "./rect-of";
import type { Rect, UnreadableKind } from "../shot";
import type { Border, Reading } from "./visible-text";
import { visibleParts } from "./visible-parts";

/** Nodes that are passed by: some seconds of work; a page with more of them is not pictured. */
const MOST_NODES = 2_000_000;
/** Characters in sight that are read; a window full of small print has 20,000. What is beyond is covered unread. */
const MOST_CHARS = 300_000;

const NOTHING_IN_SIGHT = new Set("script style template noscript head title datalist colgroup map".split(" "));
const FIELDS = new Set(["input", "textarea", "select"]);
const FRAMES = new Set(["iframe", "frame", "fencedframe", "portal"]);
const UNREADABLE = new Map<string, UnreadableKind>([
  ["canvas", "canvas"],
  ["video", "video"],
  ["object", "plugin"],
  ["embed", "plugin"],
  ["applet", "plugin"],
]);

export interface Walk {
  covers: Covers;
  reading: Reading;
  options: FindOptions;
  selectors: readonly string[];
  /** Open shadow roots, and closed ones where the browser lets an extension in. */
  shadowOf(element: Element): ShadowRoot | null;
  places: Map<Node, Place>;
  nodes: number;
}

/**
 * Passes through a document or shadow root and everything behind it, in the order of the page. Covers what is covered
 * as a whole, and reads the text that is in sight. Linear: each node is looked at once.
 */
export function walkPage(root: Document | ShadowRoot, place: Place, walk: Walk): void {
  walk.places.set(root, place);
  for (const selector of walk.selectors) {
    for (const element of root.querySelectorAll(selector)) walk.covers.element("selector", element, place);
  }
  const range = (root.nodeType === 9 ? (root as Document) : (root as ShadowRoot).ownerDocument).createRange();
  let border: Border = "\n";
  let block: Element | null = null;
  let line: Rect | null = null;
  for (let node = root.firstChild; node;) {
    if (++walk.nodes > MOST_NODES) throw new TooMuch();
    let isEntered = false;
    if (node.nodeType === 3) {
      border = readNode(node as Text, border);
    } else if (node.nodeType === 1) {
      isEntered = enter(node as Element);
      if ((node as Element).localName === "br") border = "\n";
    }
    node = (isEntered ? node.firstChild : null) ?? next(node, root);
  }

  function readNode(node: Text, before: Border): Border {
    if (!/\S/.test(node.length > 1000 ? "x" : node.data)) return before || " ";
    range.selectNodeContents(node);
    const rect = rectOf(range);
    if (!place(rect)) return before;
    if (walk.reading.text().length > MOST_CHARS) {
      walk.covers.unread(node, place);
      return before;
    }
    const parent = node.parentElement;
    const around = parent && blockOf(parent);
    const isSame = around !== null && around === block;
    let to: Border = isSame ? before : line && isBeside(line, rect) ? ": " : "\n";
    block = around;
    line = rect;
    for (const { start, end } of visibleParts(node, range, place)) {
      const raw = node.substringData(start, end - start);
      walk.reading.add(node, start, raw, to, !!parent && /\n/.test(raw) && keepsLines(parent));
      to = "\n";
    }
    return "";
  }

  /** Whether its children are to be passed through. */
  function enter(element: Element): boolean {
    const { localName } = element;
    if (NOTHING_IN_SIGHT.has(localName) || isOurs(element)) return false;
    const unreadable = UNREADABLE.get(localName);
    if (unreadable) {
      walk.covers.element(unreadable, element, place);
      return false;
    }
    if (FIELDS.has(localName)) {
      // Looked at only where there is something to see: a form may have thousands of fields.
      const kind = place(rectOf(element)) && fieldKind(element as HTMLInputElement, walk.options);
      if (kind) walk.covers.element(kind, element, place);
      return false;
    }
    if (FRAMES.has(localName)) {
      enterFrame(element as HTMLIFrameElement);
      return false;
    }
    const shadow = walk.shadowOf(element);
    if (shadow) walkPage(shadow, place, walk);
    return true;
  }

  function enterFrame(frame: HTMLIFrameElement): void {
    if (!place(rectOf(frame))) return;
    const inner = documentIn(frame);
    const innerPlace = inner && framePlace(frame, place);
    if (inner && innerPlace) walkPage(inner, innerPlace, walk);
    else walk.covers.element("frame", frame, place);
  }
}

function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

function next(node: Node, root: Node): ChildNode | null {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
}

/** On one line, as a label and its value are, or two cells of a table. */
function isBeside(a: Rect, b: Rect): boolean {
  const overlap = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return overlap > Math.min(a.h, b.h) / 2;
}

/** The element around it that begins a line of its own: two texts of one such are read together. */
function blockOf(element: Element): Element {
  let at = element;
  for (;;) {
    const display = at.ownerDocument.defaultView?.getComputedStyle(at).display ?? "block";
    const parent = at.parentElement;
    if (!parent || !/^(?:inline|contents|ruby)/.test(display)) return at;
    at = parent;
  }
}

function keepsLines(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return /^(?:pre|break)/.test(style?.whiteSpace ?? "");
}
