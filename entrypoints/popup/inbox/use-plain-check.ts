import { use, useEffect, useState } from "react";
import { useLanguage } from "@/components/language";
import { type Finding, guardLanguage } from "@/lib/answers/finding";
import { OwnWords } from "./own-words";

export interface Checked {
  /** What was looked at: the places are in it. */
  text: string;
  findings: Finding[];
  /** From 0 to 100; null where nothing can be said of it. */
  ease: number | null;
}

/** Fewer characters are no answer yet, and nobody wants to hear of a half word. */
const LEAST = 12;
/** Milliseconds: a pause while typing. */
const PAUSE_MS = 300;

/**
 * Looks at an answer a pause behind the typing, in the language that it is written in; null while there is nothing to
 * say of what stands there now. The guard comes with the first words: who only reads never loads it.
 */
export function usePlainCheck(text: string): Checked | null {
  const lang = useLanguage(text);
  const own = use(OwnWords);
  const [checked, setChecked] = useState<Checked | null>(null);

  useEffect(() => {
    if (text.trim().length < LEAST) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void (async () => {
        const { checkAnswer, readingEase } = await import("@/lib/answers/guard");
        const language = guardLanguage(lang);
        const ease = language && readingEase(text, language);
        if (isWanted) setChecked({ text, findings: checkAnswer(text, lang, own), ease });
      })();
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, lang, own]);

  return checked?.text === text ? checked : null;
}
