import { useCallback, useSyncExternalStore } from "react";

/** The words in the textbox. The box stands outside of React, which reads it and never makes it anew. */
export function useWords(box: HTMLTextAreaElement): [string, (words: string) => void] {
  const subscribe = useCallback(
    (changed: () => void) => {
      box.addEventListener("input", changed);
      return () => box.removeEventListener("input", changed);
    },
    [box],
  );
  const words = useSyncExternalStore(subscribe, () => box.value);
  const write = useCallback(
    (text: string) => {
      box.value = text;
      box.setSelectionRange(text.length, text.length);
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
    [box],
  );
  return [words, write];
}
