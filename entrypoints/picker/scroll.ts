import { parentOf } from "@/lib/capture/composed-tree";

/** Scrolls what the page would have scrolled at this element: the nearest around it that can still move this way. */
export function scrollAt(element: Element | null, dx: number, dy: number): void {
  for (let at = element; at; at = parentOf(at)) {
    const view = at.ownerDocument.defaultView;
    const isRoot = at === at.ownerDocument.scrollingElement;
    const style = view?.getComputedStyle(at);
    const scrolls = isRoot || /auto|scroll/.test(`${style?.overflowX} ${style?.overflowY}`);
    if (!scrolls) continue;
    const { scrollLeft, scrollTop } = at;
    at.scrollBy({ left: dx, top: dy, behavior: "instant" });
    if (at.scrollLeft !== scrollLeft || at.scrollTop !== scrollTop) return;
  }
}

/** A wheel's step in CSS pixels: some mice count lines or pages. */
export function wheelPixels({ deltaX, deltaY, deltaMode }: WheelEvent): { dx: number; dy: number } {
  const unit = deltaMode === 1 ? 20 : deltaMode === 2 ? innerHeight * 0.9 : 1;
  return { dx: deltaX * unit, dy: deltaY * unit };
}
