import { useCallback, useSyncExternalStore } from "react";
import { writeBox } from "./words-box";

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
  const write = useCallback((text: string) => writeBox(box, text), [box]);
  return [words, write];
}
