import { useEffect, useState } from "react";
import type { KnownItem } from "@/lib/known/known-item";
import { send } from "@/lib/messaging/client";

/** Milliseconds: a pause while typing. */
const PAUSE_MS = 500;
const NONE: readonly KnownItem[] = [];

export interface Typed {
  session: string | null;
  words: string;
  lang: string;
  /** Of the page, as its context has it. */
  path: string | null;
  /** false where nothing is known at all. */
  isWanted: boolean;
}

/** Known annoyances that the words are likely about, a pause behind the typing. */
export function useAlike({ session, words, lang, path, isWanted }: Typed): readonly KnownItem[] {
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    if (session === null || !isWanted) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      const asked = /\S/.test(words) ? send("panel.alike", { session, words, lang, path }) : Promise.resolve(NONE);
      // A hint that cannot be had is none.
      asked
        .catch(() => NONE)
        .then(
          (alike) => void (isCurrent && setFound(alike)),
          () => {},
        );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [session, words, lang, path, isWanted]);
  return found;
}
