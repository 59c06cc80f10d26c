import type { Corner } from "@/lib/messaging/messages";

/** CSS pixels: the button, and its distance from the window's edges. */
const SIZE = 40;
const GAP = 16;

/** Where the button stands while it is dragged: at the pointer, pushed to the nearest of the four edges. */
export function alongEdge(x: number, y: number, width: number, height: number): { left: number; top: number } {
  const right = width - SIZE - GAP;
  const bottom = height - SIZE - GAP;
  const left = clamp(x - SIZE / 2, GAP, right);
  const top = clamp(y - SIZE / 2, GAP, bottom);
  const toSide = Math.min(left - GAP, right - left);
  const toEnd = Math.min(top - GAP, bottom - top);
  if (toSide <= toEnd) return { left: left - GAP <= right - left ? GAP : right, top };
  return { left, top: top - GAP <= bottom - top ? GAP : bottom };
}

export function nearestCorner(x: number, y: number, width: number, height: number): Corner {
  return `${y < height / 2 ? "top" : "bottom"}-${x < width / 2 ? "left" : "right"}`;
}

/** The next corner clockwise: four presses lead back to where it began. */
export function nextCorner(corner: Corner): Corner {
  const clockwise: Corner[] = ["bottom-right", "bottom-left", "top-left", "top-right"];
  return clockwise[(clockwise.indexOf(corner) + 1) % clockwise.length] ?? "bottom-right";
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
