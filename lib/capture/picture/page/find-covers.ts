import { findPrivate, type FindOptions } from "@/lib/capture/private/find-private";
import type { Cover, CoverKind, Rect } from "../shot";
import { clipped } from "./clip";
import type { Place } from "./place";
import { fromDom, rectOf } from "./rect-of";
import { partsOf, type Reading } from "./visible-text";

/** More rectangles than any page has that can be made sense of. */
const MOST_RECTS = 4000;

/** More than can be looked through: there is no picture then. */
export class TooMuch extends Error {
  override name = "TooMuch";
}

/** Gathers covers, in CSS pixels of the top window. */
export function createCovers(options: FindOptions) {
  const covers: Cover[] = [];
  let count = 0;

  function add(kind: CoverKind, rects: readonly (Rect | null)[]): void {
    const seen = rects.filter((rect) => rect !== null);
    if (seen.length === 0) return;
    count += seen.length;
    if (count > MOST_RECTS) throw new TooMuch();
    covers.push({ kind, rects: seen });
  }

  return {
    covers,
    /** The whole box of an element. */
    element(kind: CoverKind, element: Element, place: Place): void {
      const box = rectOf(element);
      if (box.w < 1 || box.h < 1 || !isShown(element)) return;
      const seen = place(box) && clipped(element, box);
      add(kind, [seen && place(seen)]);
    },
    /** What looks private in all the text of one document that is in sight. */
    texts(reading: Reading, places: (node: Text) => Place): void {
      for (const { start, end, kind } of findPrivate(reading.text(), options)) {
        add(
          kind,
          partsOf(reading.pieces, start, end).flatMap((part) => rectsOf(part, places(part.node))),
        );
      }
    },
    /** A text that was not read. */
    unread(node: Text, place: Place): void {
      add("text", rectsOf({ node, start: 0, end: node.length }, place));
    },
  };
}
export type Covers = ReturnType<typeof createCovers>;

function rectsOf({ node, start, end }: { node: Text; start: number; end: number }, place: Place): (Rect | null)[] {
  const { parentElement } = node;
  if (parentElement && !isShown(parentElement)) return [];
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return Array.from(range.getClientRects(), (dom) => {
    const rect = fromDom(dom);
    const seen = place(rect) && parentElement ? clipped(parentElement, rect) : rect;
    return seen && place(seen);
  });
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}
