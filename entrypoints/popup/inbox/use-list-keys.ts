import { type RefObject, useEffect } from "react";

/** What a key does to a list: one row down or up, or back from a report. */
export type ListMove = "down" | "up" | "back";

/** `inList` is whether the focus is in the list: arrows scroll everywhere else. */
export function moveOf(key: string, inList: boolean): ListMove | null {
  if (key === "j" || (inList && key === "ArrowDown")) return "down";
  if (key === "k" || (inList && key === "ArrowUp")) return "up";
  return key === "Escape" ? "back" : null;
}

/** The row to go to; from nowhere the first. */
export function nextRow(current: number, count: number, move: "down" | "up"): number {
  if (current < 0) return 0;
  return Math.min(count - 1, Math.max(0, current + (move === "down" ? 1 : -1)));
}

/** j and k or the arrows walk the list, Enter opens (each row is a button), Escape goes back where `onBack` is given. */
export function useListKeys(list: RefObject<HTMLUListElement | null>, onBack: (() => void) | null): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const inList = list.current?.contains(document.activeElement) ?? false;
      const move = moveOf(event.key, inList);
      if (move === "back" && onBack) {
        // Unprevented, Escape would close the browser's popup with everything in it.
        event.preventDefault();
        onBack();
      } else if ((move === "down" || move === "up") && !isTyping(event.target)) {
        const rows = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
        const row = rows[nextRow(rows.indexOf(document.activeElement as HTMLElement), rows.length, move)];
        if (!row) return;
        event.preventDefault();
        row.focus();
      }
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list, onBack]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("textarea, select, input") !== null;
}
