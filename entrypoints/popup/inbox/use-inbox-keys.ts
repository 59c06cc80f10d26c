import { useEffect, useEffectEvent } from "react";
import { type InboxKey, inboxKeyOf } from "./list-moves";

/** Does what a key asks for; `act` says whether it could, so that a key that does nothing stays the browser's. */
export function useInboxKeys(
  list: () => HTMLElement | null,
  hasLetters: boolean,
  act: (key: InboxKey) => boolean,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const inList = target instanceof Node && (list()?.contains(target) ?? false);
    const key = inboxKeyOf(event.key, { inList, isTyping: isTyping(target), hasLetters });
    // Unprevented, Escape would close the browser's popup with everything in it.
    if (key !== null && act(key)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** Also where a letter chooses something by itself: lists, menus and dialogs. */
function isTyping(target: EventTarget | null): boolean {
  const typed = "textarea, select, input:not([type=checkbox], [type=radio]), [role=menu], [role=dialog]";
  return target instanceof Element && target.closest(typed) !== null;
}
