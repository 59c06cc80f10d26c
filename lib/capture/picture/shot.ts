import type { PrivateKind } from "../private/private-span";

/** Corner and size; in CSS pixels of the page's window or in pixels of a picture, as is said where it is used. */
export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** What Earshot cannot look into: it stays black until the person says that it may be seen. */
export type UnreadableKind = "frame" | "canvas" | "video" | "plugin" | "text";

/** Why something was blacked out: what it looks like, a selector of the policy, or that it cannot be read. */
export type CoverKind = PrivateKind | "selector" | UnreadableKind;

/** One thing that is black; a text over several lines has a rectangle for each. */
export interface Cover {
  kind: CoverKind;
  rects: Rect[];
}

/** What the page's window showed when the picture was taken, in CSS pixels: smaller than it under a pinch zoom. */
export type View = Rect;

/** A picture of the page, not blacked out yet, and all that is needed to do so. */
export interface Shot {
  /** A `data:` address of a PNG: no loss, so that no colour of what was blacked out bleeds into its surroundings. */
  png: string;
  view: View;
  /** In CSS pixels of the window. */
  covers: Cover[];
  /** Where that is which the person had pointed at; null where nothing was, or where it is not in sight. */
  element: Rect | null;
}

/**
 * Why there is no picture. `not-in-front`: another tab was shown; `moving`: the page did not hold still; `too-much`:
 * more to look through than can be looked through; `off`: the organisation wants none; `failed`: anything else.
 */
export type NoPicture = "not-in-front" | "moving" | "too-much" | "off" | "failed";
