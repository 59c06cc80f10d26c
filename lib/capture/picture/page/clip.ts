import { intersect } from "../geometry";
import type { Rect } from "../shot";
import { rectOf } from "./rect-of";

const BOXES = /^(?:block|flow-root|flex|grid|inline-block|inline-flex|inline-grid|list-item|table-cell)$/;

/**
 * What is left of a rectangle after what scrolls or cuts around it; null for nothing. Only where it is certain: what
 * is fixed or absolute may stand outside of what is around it, so there the search ends and it stays as large as it is.
 */
export function clipped(element: Element, rect: Rect): Rect | null {
  let seen: Rect | null = rect;
  for (let at: Element | null = element; at && seen; at = parentOf(at)) {
    const style = at.ownerDocument.defaultView?.getComputedStyle(at);
    if (!style) break;
    const cuts = /^(?:hidden|auto|scroll)$/;
    const isRoot = at === at.ownerDocument.body || at === at.ownerDocument.documentElement;
    if (!isRoot && BOXES.test(style.display) && cuts.test(style.overflowX) && cuts.test(style.overflowY)) {
      seen = intersect(seen, rectOf(at));
    }
    if (/^(?:fixed|absolute)$/.test(style.position)) break;
  }
  return seen;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? ("host" in root ? (root as ShadowRoot).host : null);
}
