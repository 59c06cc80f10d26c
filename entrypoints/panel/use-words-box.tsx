import { useEffect, type ReactNode } from "react";
import { i18n } from "#i18n";
import { MOST_WORDS, NEARLY_MOST, type Missing } from "./form-state";
import styles from "./panel.module.css";
import { showAsk } from "./words-box";

const NOTE_ID = "words-note";

export interface WordsBox {
  box: HTMLTextAreaElement;
  ask: HTMLElement;
  words: string;
  missing: Missing;
  isAway: boolean;
}

/** Keeps the textbox outside of React in step, and gives the line under it: the counter, or what is missing. */
export function useWordsBox({ box, ask, words, missing, isAway }: WordsBox): ReactNode {
  const over = words.length - MOST_WORDS;
  const isNear = words.length > NEARLY_MOST;
  const problem = missing === "words" ? i18n.t("panel.missing") : over > 0 ? i18n.t("panel.tooLong", over) : null;
  const hasNote = !isAway && (problem !== null || isNear);
  const isInvalid = missing !== null;

  useEffect(() => {
    showAsk(ask, !isAway);
  }, [ask, isAway]);
  useEffect(() => {
    if (isInvalid) box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
    if (hasNote) box.setAttribute("aria-describedby", NOTE_ID);
    else box.removeAttribute("aria-describedby");
  }, [box, isInvalid, hasNote]);

  if (!hasNote) return null;
  const count = (number: number) => number.toLocaleString(i18n.t("words.locale"));
  return (
    <div id={NOTE_ID} className={styles.note}>
      {problem === null ? null : <p className={styles.problem}>{problem}</p>}
      {isNear ? <p>{i18n.t("panel.counter", [count(words.length), count(MOST_WORDS)])}</p> : null}
    </div>
  );
}
