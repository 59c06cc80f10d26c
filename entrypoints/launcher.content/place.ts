import type { Corner } from "@/lib/messaging/messages";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** CSS pixels: the button with the gap around it that keeps it off the edge and off what has the focus. */
const REACH = 60;

/** `inset` of a thing in a corner, or at one edge, with such a gap. */
export function inset(corner: string, gap: string): string {
  return ["top", "right", "bottom", "left"].map((edge) => (corner.includes(edge) ? gap : "auto")).join(" ");
}

/** The first corner, home before all, where the button does not lie on the box; home where the box is everywhere. */
export function freeCorner(home: Corner, box: Box, width: number, height: number): Corner {
  const corners: Corner[] = [home, "bottom-right", "bottom-left", "top-right", "top-left"];
  const free = corners.find(
    (corner) =>
      (corner.includes("right") ? box.right < width - REACH : box.left > REACH) ||
      (corner.includes("bottom") ? box.bottom < height - REACH : box.top > REACH),
  );
  return free ?? home;
}
