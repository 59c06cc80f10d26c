import { intersect } from "../geometry";
import type { Rect } from "../shot";

/** Takes a rectangle of a document to the top window; null for what is not in sight there. */
export type Place = (rect: Rect) => Rect | null;

export function topPlace(sight: Rect): Place {
  return (rect) => intersect(rect, sight);
}

/**
 * The same for the document in a frame. null where the frame is turned, skewed or bent: what is in it cannot be
 * placed then, and it is covered as a whole.
 */
export function framePlace(frame: HTMLElement, outer: Place): Place | null {
  if (!isUpright(frame)) return null;
  const box = frame.getBoundingClientRect();
  const style = frame.ownerDocument.defaultView?.getComputedStyle(frame);
  const px = (name: string) => parseFloat(style?.getPropertyValue(name) ?? "") || 0;
  const sx = frame.offsetWidth > 0 ? box.width / frame.offsetWidth : 1;
  const sy = frame.offsetHeight > 0 ? box.height / frame.offsetHeight : 1;
  const left = frame.clientLeft + px("padding-left");
  const top = frame.clientTop + px("padding-top");
  const inside = { x: box.left, y: box.top, w: box.width, h: box.height };
  return ({ x, y, w, h }) => {
    const placed = { x: box.left + (x + left) * sx, y: box.top + (y + top) * sy, w: w * sx, h: h * sy };
    const seen = intersect(placed, inside);
    return seen && outer(seen);
  };
}

/** Moved and scaled at most, itself and everything around it in its document. */
function isUpright(frame: Element): boolean {
  for (let at: Element | null = frame; at; at = at.parentElement ?? hostOf(at)) {
    const style = at.ownerDocument.defaultView?.getComputedStyle(at);
    if (!style) return false;
    if (style.rotate !== "none" || (style.getPropertyValue("offset-path") || "none") !== "none") return false;
    if (style.perspective !== "none") return false;
    if (style.transform === "none") continue;
    const { is2D, a, b, c, d } = new DOMMatrix(style.transform);
    if (!is2D || b !== 0 || c !== 0 || a <= 0 || d <= 0) return false;
  }
  return true;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return "host" in root ? (root as ShadowRoot).host : null;
}
