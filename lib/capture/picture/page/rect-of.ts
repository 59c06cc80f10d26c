import type { Rect } from "../shot";

export function rectOf(thing: Element | Range): Rect {
  return fromDom(thing.getBoundingClientRect());
}

export function fromDom({ left, top, width, height }: DOMRect): Rect {
  return { x: left, y: top, w: width, h: height };
}
