import { countWords } from "./words";
import type { Finding } from "./finding";

/** More words in one sentence are hard to hold in mind (the limit that GOV.UK's content guide gives, too). */
const MOST_WORDS = 25;

export interface Sentence {
  from: number;
  to: number;
  text: string;
}

/** Short forms whose full stop ends no sentence, and numbers with one behind them. */
const NO_END =
  /(?:^|[\s("„“])(?:\p{L}|\d{1,2}|bzw|ca|dr|e\.g|etc|evtl|exmo|gg?f|i\.e|inkl|mr|mrs|ms|nr|no|p\.ex|prof|r|sra?|sta|str|tel|usw|vgl|vs|z\.b)\.$/iu;

/**
 * The sentences of a text. A full stop, question or exclamation mark ends one where a blank and something other than a
 * small letter follow; an empty line or a new line always does. A colon or semicolon does not.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const end = (to: number) => {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    const start = from + raw.indexOf(trimmed);
    if (trimmed !== "") sentences.push({ from: start, to: start + trimmed.length, text: trimmed });
    from = to;
  };
  for (const { 0: mark, index } of text.matchAll(/[.!?…]+["”“»')\]]*(?=\s|$)|\n+/gu)) {
    const to = index + mark.length;
    const next = text.slice(to).trimStart()[0];
    const goesOn = next !== undefined && /\p{Ll}/u.test(next) && mark.startsWith(".");
    if (!mark.startsWith("\n") && (goesOn || NO_END.test(text.slice(from, to)))) continue;
    end(to);
  }
  end(text.length);
  return sentences;
}

export function longSentences(text: string): Finding[] {
  return sentencesOf(text)
    .filter((sentence) => countWords(sentence.text) > MOST_WORDS)
    .map(({ from, to }) => ({ type: "long-sentence", from, to, say: null }));
}
