import { hostOf } from "./composed-tree";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where an element is in the top window, in CSS pixels, through the frames that it stands in. */
export function boxOf(element: Element): Box {
  let { left, top, width, height } = element.getBoundingClientRect();
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    const scale = frame.offsetWidth > 0 ? outer.width / frame.offsetWidth : 1;
    left = outer.left + (left + frame.clientLeft) * scale;
    top = outer.top + (top + frame.clientTop) * scale;
    width *= scale;
    height *= scale;
  }
  return { left, top, width, height };
}

function frameOf(element: Element): HTMLElement | null {
  for (let host = hostOf(element); host; host = hostOf(host)) {
    if (/^i?frame$/.test(host.localName)) return host as HTMLElement;
  }
  return null;
}

/** Whether there is anything of it to see. */
export function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width < 1 || height < 1) return false;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}
