import type { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { ListedItem } from "@/lib/inbox/item";
import { anchorRow, type PlacedRow } from "./anchor-row";

type Rows = ReturnType<typeof useVirtualizer<HTMLElement, Element>>;

interface Read {
  items: readonly ListedItem[];
  /** What the reader is at; null where that is nothing. */
  chosen: () => string | null;
  list: RefObject<HTMLElement | null>;
}

interface Seen {
  items: readonly ListedItem[];
  /** Rows of these items that were in the page. */
  rows: readonly PlacedRow[];
}

/** What scrolls is around the list; null until it is in the page. */
export function scrollerOf(list: RefObject<HTMLElement | null>): HTMLElement | null {
  return list.current?.parentElement ?? null;
}

/**
 * Keeps what the reader has before their eyes where it is, when rows above it come or go: what they are at, or the first row
 * in view. At the very top, the top is kept.
 */
export function useAnchor(rows: Rows, { items, chosen, list }: Read): void {
  const seen = useRef<Seen>(undefined);
  // As the reader has it: the rows that have just come in are measured, and move the list, before the effect below.
  const scrolled = useRef(0);
  useEffect(() => {
    const scroller = scrollerOf(list);
    const keep = () => {
      scrolled.current = scroller?.scrollTop ?? 0;
    };
    scroller?.addEventListener("scroll", keep, { passive: true });
    return () => scroller?.removeEventListener("scroll", keep);
  }, [list]);
  useLayoutEffect(() => {
    const offset = scrolled.current;
    const before = seen.current;
    const height = rows.scrollRect?.height ?? 0;
    const anchor =
      before && before.items !== items && offset > 0 && anchorRow(before.rows, { offset, height }, chosen());
    const index = anchor ? items.findIndex(({ id }) => id === anchor.id) : -1;
    const [start] = (index === -1 ? undefined : rows.getOffsetForIndex(index, "start")) ?? [];
    if (anchor && start !== undefined && start !== anchor.start) {
      scrolled.current = start + offset - anchor.start;
      scrollerOf(list)?.scrollTo({ top: scrolled.current });
      // What is rendered is still around the old place, and more may come in before it follows.
      seen.current = { items, rows: [{ id: anchor.id, start, end: start + anchor.end - anchor.start }] };
    } else {
      const shown = rows.getVirtualItems().map((row) => ({ ...row, id: items[row.index]?.id ?? "" }));
      seen.current = { items, rows: shown };
    }
  });
}
