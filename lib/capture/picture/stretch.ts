import type { Point } from "./geometry";
import type { Rect } from "./shot";

/** Two corners that are not set yet, in pixels of the taken picture. */
export interface Draft {
  from: Point;
  to: Point;
}

/** One key press, as a part of what is in sight. */
const STEP = 1 / 40;

/** Where the keyboard begins: in the middle, a quarter as wide. */
export function firstDraft({ x, y, w, h }: Rect): Draft {
  return { from: { x: x + w * 0.375, y: y + h * 0.4 }, to: { x: x + w * 0.625, y: y + h * 0.6 } };
}

/** An arrow key: moves the whole, or with Shift its second corner alone; it stays within what is in sight. */
export function stretch(draft: Draft, dx: number, dy: number, isResizing: boolean, sight: Rect): Draft {
  const step = Math.max(1, Math.min(sight.w, sight.h) * STEP);
  if (isResizing) return { from: draft.from, to: within(draft.to, dx * step, dy * step, sight) };
  const farX = room(dx * step, [draft.from.x, draft.to.x], sight.x, sight.x + sight.w);
  const farY = room(dy * step, [draft.from.y, draft.to.y], sight.y, sight.y + sight.h);
  const move = ({ x, y }: Point) => ({ x: x + farX, y: y + farY });
  return { from: move(draft.from), to: move(draft.to) };
}

function within({ x, y }: Point, dx: number, dy: number, sight: Rect): Point {
  return {
    x: Math.min(Math.max(x + dx, sight.x), sight.x + sight.w),
    y: Math.min(Math.max(y + dy, sight.y), sight.y + sight.h),
  };
}

/** As far as the nearer end may go. */
function room(by: number, places: readonly number[], low: number, high: number): number {
  const most = high - Math.max(...places);
  const least = low - Math.min(...places);
  return Math.min(Math.max(by, Math.min(0, least)), Math.max(0, most));
}
