import type { Place } from "./place";
import { rectOf } from "./rect-of";

/** Characters that are looked at as one: some lines. */
const LEAF = 2000;
/** Read beside what is in sight: what stands before a number says what it is. */
const AROUND = 200;

export interface Part {
  start: number;
  end: number;
}

/**
 * The parts of a text node that are in sight. A log of 10 MB is halved until what is out of sight has gone: the box
 * around a range holds all of its lines, so a half whose box is out of sight has nothing to see.
 */
export function visibleParts(node: Text, range: Range, place: Place): Part[] {
  if (node.length <= LEAF * 2) return [{ start: 0, end: node.length }];
  const parts: Part[] = [];
  const open: Part[] = [{ start: 0, end: node.length }];
  for (let part = open.pop(); part; part = open.pop()) {
    range.setStart(node, part.start);
    range.setEnd(node, part.end);
    if (!place(rectOf(range))) continue;
    const { start, end } = part;
    if (end - start > LEAF) {
      const middle = (start + end) >> 1;
      open.push({ start: middle, end }, { start, end: middle });
      continue;
    }
    const last = parts.at(-1);
    if (last && last.end >= start - AROUND) last.end = Math.min(node.length, end + AROUND);
    else parts.push({ start: Math.max(0, start - AROUND), end: Math.min(node.length, end + AROUND) });
  }
  return parts;
}
