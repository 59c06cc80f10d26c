import { useCallback, useState } from "react";

/**
 * Text that is being typed. A popup closes at the first click beside it, without a word to the page: what was typed
 * is kept at every key, synchronously, and is there again when the same report is opened.
 */
export function useKeptText(key: string): [text: string, setText: (text: string) => void] {
  const place = `typed.${key}`;
  const [text, setText] = useState(() => localStorage.getItem(place) ?? "");
  const keep = useCallback(
    (next: string) => {
      setText(next);
      if (next === "") localStorage.removeItem(place);
      else localStorage.setItem(place, next);
    },
    [place],
  );
  return [text, keep];
}
