import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";

/** Milliseconds: a pause while typing. */
const PAUSE_MS = 400;
/** The browser answers in a few; nobody's report waits for longer. */
const ANSWERS_WITHIN_MS = 500;
/** A language is told by its beginning as well as by all of it. */
const ENOUGH = 4000;
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** What the browser says of a text's language (the part of `i18n.detectLanguage` that counts here). */
export interface Detected {
  isReliable: boolean;
  languages: readonly { language: string; percentage: number }[];
}

/**
 * The language of the words as a BCP 47 tag: the browser's where it is sure, else the interface's. Where both are one
 * language, the interface's tag says more (`pt-BR` rather than `pt`).
 */
export function languageTag(detected: Detected | null, own: string): string {
  const [first] = detected?.isReliable ? detected.languages : [];
  if (!first || !TAG.test(first.language) || first.language === "und") return own;
  return first.language.split("-")[0] === own.split("-")[0] ? own : first.language;
}

/** On this computer: the browser brings its own detector, and the words go nowhere. */
export async function languageOf(words: string): Promise<string> {
  const own = i18n.t("words.locale");
  if (!/\S/.test(words)) return own;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ANSWERS_WITHIN_MS);
  });
  const detected = await Promise.race([
    Promise.resolve(browser.i18n.detectLanguage(words.slice(0, ENOUGH))).catch(() => null),
    late,
  ]);
  clearTimeout(timer);
  return languageTag(detected, own);
}

/** As `languageOf`, a pause behind the typing. */
export function useLanguage(words: string): string {
  const [tag, setTag] = useState(() => i18n.t("words.locale"));
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void languageOf(words).then((told) => {
        if (isWanted) setTag(told);
      });
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [words]);
  return tag;
}
