import type { Rect, View } from "./shot";

export interface Size {
  w: number;
  h: number;
}
export interface Point {
  x: number;
  y: number;
}

/** CSS pixels around what is private: letters lean out of their boxes, and their edges are smoothed. */
const BLEED = 2;
/** Of the width: browsers round windows to whole pixels. */
const MOST_SKEW = 0.02;

export function intersect(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const w = Math.min(a.x + a.w, b.x + b.w) - x;
  const h = Math.min(a.y + a.h, b.y + b.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

function grow({ x, y, w, h }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

/** The rectangle of which two points are opposite corners. */
export function between(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}

/** Whole pixels, outwards: a pixel that is half private is private. */
export function outward({ x, y, w, h }: Rect): Rect {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top };
}

/**
 * Pixels of the picture for one CSS pixel of the window, through device pixel ratio, page zoom and pinch zoom. null
 * where the picture has another shape than what the window showed: then nobody knows what is where.
 */
export function pixelScale(view: View, picture: Size): number | null {
  const x = picture.w / view.w;
  const y = picture.h / view.h;
  if (!(x > 0.1 && x < 16 && Number.isFinite(y))) return null;
  return Math.abs(x - y) <= MOST_SKEW * x ? x : null;
}

/** A rectangle of the window as pixels of the picture; null where it is not in the picture. */
export function toPixels(rect: Rect, view: View, picture: Size, bleed = BLEED): Rect | null {
  const kx = picture.w / view.w;
  const ky = picture.h / view.h;
  const { x, y, w, h } = grow(rect, bleed);
  const pixels = outward({ x: (x - view.x) * kx, y: (y - view.y) * ky, w: w * kx, h: h * ky });
  return intersect(pixels, { x: 0, y: 0, ...picture });
}

/** The size that has no side longer than so many pixels; never larger than it was. */
export function fit({ w, h }: Size, longSide: number): Size {
  const scale = Math.min(1, longSide / Math.max(w, h));
  return { w: Math.max(1, Math.round(w * scale)), h: Math.max(1, Math.round(h * scale)) };
}
