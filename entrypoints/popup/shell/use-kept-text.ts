import { useCallback, useState } from "react";

const placeOf = (key: string) => `typed.${key}`;

/** Lets go of what was typed and not sent. */
export function forgetKeptText(...keys: string[]): void {
  for (const key of keys) localStorage.removeItem(placeOf(key));
}

/** What a reviewer types about a report. */
const OF_ANSWERS = ["answer", "status", "for", "look", "known"].map((kind) => placeOf(`${kind}.`));

/** Lets go of everything that was typed as a reviewer. */
export function forgetAnswers(): void {
  for (const place of Object.keys(localStorage)) {
    if (OF_ANSWERS.some((start) => place.startsWith(start))) localStorage.removeItem(place);
  }
}

/**
 * Text that is being typed. A popup closes at the first click beside it, without a word to the page: what was typed
 * is kept at every key, synchronously, and is there again when the same report is opened.
 */
export function useKeptText(key: string): [text: string, setText: (text: string) => void] {
  const place = placeOf(key);
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
