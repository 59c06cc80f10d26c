import { between, intersect, outward, type Point, type Size, toPixels } from "./geometry";
import type { Cover, CoverKind, Rect, View } from "./shot";

/** What can be drawn; both ends in pixels of the taken picture. An arrow points at `to`. */
export interface Mark {
  tool: "black" | "arrow" | "frame";
  from: Point;
  to: Point;
}
export type Tool = Mark["tool"] | "crop";

/** All that a person has changed, beside the automatic black-outs, which are black unless revealed. */
export interface Edits {
  /** Places in the list of covers. */
  revealed: ReadonlySet<number>;
  marks: readonly Mark[];
  /** Whole pixels of the taken picture; null for all of it. */
  crop: Rect | null;
}

export const NO_EDITS: Edits = { revealed: new Set(), marks: [], crop: null };

/** Pixels of the taken picture: less is a slip of the hand, not a crop. */
const SMALLEST_CROP = 16;
/** CSS pixels around what a person has pointed at. */
const MARGIN = 48;

/** Covers in pixels of the picture, from top to bottom; what is nowhere in it is gone. */
export function coversInPixels(covers: readonly Cover[], view: View, picture: Size): Cover[] {
  return covers
    .map(({ kind, rects }) => ({
      kind,
      rects: rects.map((rect) => toPixels(rect, view, picture)).filter((rect) => rect !== null),
    }))
    .filter(({ rects }) => rects.length > 0)
    .toSorted(({ rects: [a] }, { rects: [b] }) => (a && b ? a.y - b.y || a.x - b.x : 0));
}

/** Where the picture begins: at what was pointed at, with a margin, if there was something. */
export function startCrop(element: Rect | null, view: View, picture: Size): Rect | null {
  if (!element) return null;
  const crop = toPixels(element, view, picture, MARGIN);
  return crop && isCrop(crop, picture) ? crop : null;
}

function isCrop({ w, h }: Rect, picture: Size): boolean {
  return w >= SMALLEST_CROP && h >= SMALLEST_CROP && (w < picture.w || h < picture.h);
}

export function toggleCover(edits: Edits, index: number): Edits {
  const revealed = new Set(edits.revealed);
  if (!revealed.delete(index)) revealed.add(index);
  return { ...edits, revealed };
}

/** What two corners (or both ends of an arrow) do with a tool; the same edits where it is too small for anything. */
export function draw(edits: Edits, tool: Tool, from: Point, to: Point, picture: Size): Edits {
  const whole = { x: 0, y: 0, ...picture };
  if (tool === "crop") {
    const crop = intersect(outward(between(from, to)), edits.crop ?? whole);
    return crop && isCrop(crop, picture) ? { ...edits, crop } : edits;
  }
  if (Math.hypot(to.x - from.x, to.y - from.y) < 2) return edits;
  if (tool === "black" && !intersect(outward(between(from, to)), whole)) return edits;
  return { ...edits, marks: [...edits.marks, { tool, from, to }] };
}

/** Every rectangle that is overwritten, in whole pixels of the picture. */
export function blackRects(covers: readonly Cover[], edits: Edits, picture: Size): Rect[] {
  const whole = { x: 0, y: 0, ...picture };
  const automatic = covers.flatMap(({ rects }, index) => (edits.revealed.has(index) ? [] : rects));
  const own = edits.marks.filter(({ tool }) => tool === "black").map(({ from, to }) => between(from, to));
  return [...automatic, ...own].map((rect) => intersect(outward(rect), whole)).filter((rect) => rect !== null);
}

/** Places of the covers of which something is in the crop: the others are not in the picture at all. */
export function coversInCrop(covers: readonly Cover[], crop: Rect | null): number[] {
  return covers.flatMap(({ rects }, index) => (!crop || rects.some((rect) => intersect(rect, crop)) ? [index] : []));
}

/** What is black, by kind, and how much the person has blacked out; what is outside of the crop does not count. */
export function countBlack(covers: readonly Cover[], edits: Edits): { kinds: Map<CoverKind, number>; own: number } {
  const kinds = new Map<CoverKind, number>();
  for (const index of coversInCrop(covers, edits.crop)) {
    const kind = covers[index]?.kind;
    if (kind && !edits.revealed.has(index)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const own = edits.marks.filter(
    ({ tool, from, to }) => tool === "black" && (!edits.crop || intersect(between(from, to), edits.crop)),
  ).length;
  return { kinds, own };
}
