import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type Ref, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { i18n } from "#i18n";
import type { ListedItem } from "@/lib/inbox/item";
import styles from "./Inbox.module.css";
import { InboxRow } from "./InboxRow";
import { scrollerOf, useAnchor } from "./use-anchor";
import { ROW_HEIGHT, useLateMeasure } from "./use-late-measure";

/** What the Inbox asks of its list. */
export interface ListHandle {
  element: HTMLUListElement | null;
  /** The row that has the focus; -1 for none. */
  focused: () => number;
  /** Brings a row into view and gives it the focus. */
  focus: (index: number) => void;
}

export interface InboxListProps {
  items: readonly ListedItem[];
  openId: string | null;
  nowMs: number;
  onOpen: (item: ListedItem) => void;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, chosen: boolean) => void;
  /** All are here, and not only the first ones. */
  complete: boolean;
  handle: Ref<ListHandle>;
}

/** Rows out of sight that are there already; none where the first ones are to be seen at once. */
const AROUND = 8;

const rowHeight = () => ROW_HEIGHT;

/**
 * Only the rows that can be seen are in the page; each says which of how many it is. Where reports come in above, what
 * the reader has before their eyes stays where it is.
 */
export function InboxList({ items, openId, nowMs, onOpen, chosen, onChoose, complete, handle }: InboxListProps) {
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<FocusedRow | null>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrollerOf(list),
    // Rows come with the first rendering, before the list can be measured.
    initialRect: { width: innerWidth, height: innerHeight },
    estimateSize: rowHeight,
    // The same function for the same items: with another one all rows are measured anew.
    getItemKey: useCallback((index: number) => items[index]?.id ?? index, [items]),
    ...useLateMeasure(),
    overscan: complete ? AROUND : 0,
    // A row that has the focus stays, also out of sight: the keyboard would else be nowhere.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      const kept = focused.current ? indexNow(focused.current, items) : -1;
      if (kept === -1) focused.current = null;
      return kept === -1 || seen.includes(kept) ? seen : [...seen, kept].toSorted((a, b) => a - b);
    },
  });
  useAnchor(rows, { items, chosen: () => focused.current?.id ?? openId, list });

  useEffect(() => {
    const element = list.current;
    const keep = ({ type, target }: FocusEvent) => {
      const index = type === "focusin" ? indexOf(target as Element) : null;
      focused.current = index === null ? null : { id: String(rows.options.getItemKey(index)), index };
    };
    element?.addEventListener("focusin", keep);
    element?.addEventListener("focusout", keep);
    return () => {
      element?.removeEventListener("focusin", keep);
      element?.removeEventListener("focusout", keep);
    };
  }, [rows]);

  const wanted = useRef<number | null>(null);
  const focusWanted = () => {
    if (wanted.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] > button`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  // A row that was out of sight is there only after a render.
  useLayoutEffect(focusWanted);

  useImperativeHandle(handle, () => ({
    element: list.current,
    focused: () => indexOf(document.activeElement) ?? -1,
    focus(index) {
      wanted.current = index;
      rows.scrollToIndex(index);
      focusWanted();
    },
  }));

  return (
    <ul
      ref={list}
      className={`${styles.list} ${chosen.size > 0 ? styles.choosing : ""}`}
      aria-label={i18n.t("inbox.list")}
      style={{ height: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        return item ? (
          <InboxRow
            key={key}
            ref={rows.measureElement}
            item={item}
            nowMs={nowMs}
            selected={item.id === openId}
            place={{ index, count: items.length, start }}
            onOpen={() => onOpen(item)}
            chosen={chosen.has(item.id)}
            onChoose={(isChosen) => onChoose(item.id, isChosen)}
          />
        ) : null;
      })}
    </ul>
  );
}

interface FocusedRow {
  id: string;
  /** Where it was last. */
  index: number;
}

/** Where a row is now: it moves as others come in. -1 where it is gone. */
function indexNow(row: FocusedRow, items: readonly ListedItem[]): number {
  if (items[row.index]?.id !== row.id) row.index = items.findIndex(({ id }) => id === row.id);
  return row.index;
}

function indexOf(element: Element | null): number | null {
  const index = element?.closest("li[data-index]")?.getAttribute("data-index");
  return index === null || index === undefined ? null : Number(index);
}
