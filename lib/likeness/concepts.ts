import { DOING } from "./concepts-doing";
import { SCREEN } from "./concepts-screen";
import { WORK } from "./concepts-work";
import type { WordLanguage } from "./words";

/**
 * Which of some three hundred things that annoy people at work a text speaks of, in any of our languages: "druckt",
 * "printout" and "impressora" are one concept. That is what makes reports of two languages comparable at all, and two
 * of one language that share no word.
 *
 * The lists are the field's own. In them `print*` stands for every word that begins so, `log*_in` for words that follow
 * each other. In German both are also found inside a longer word, as its compounds are made ("Etikettendrucker").
 */
export type Concept = string;

interface Pattern {
  concept: Concept;
  /** The words that must follow the first. */
  rest: readonly string[];
}

interface Patterns {
  whole: Map<string, Pattern[]>;
  beginnings: Map<string, Pattern[]>;
  longestBeginning: number;
}

/** Shortest part of a German compound that counts, and how much longer the compound must be. */
const SHORTEST_PART = 5;
const COMPOUND_MORE = 3;

const PATTERNS = readLists(DOING + SCREEN + WORK);

export function conceptsIn(words: readonly string[], language: WordLanguage | null): Set<Concept> {
  const found = new Set<Concept>();
  if (language === null) return found;
  const patterns = PATTERNS[language];
  words.forEach((word, at) => {
    for (const { concept, rest } of startingWith(word, patterns, language === "de")) {
      if (rest.every((next, index) => matches(words[at + 1 + index], next))) found.add(concept);
    }
  });
  return found;
}

function matches(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false;
  return pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** Time grows with the square of the word's length for German, with its length otherwise; words are cut at 40 letters. */
function* startingWith(word: string, patterns: Patterns, compounds: boolean): Generator<Pattern> {
  yield* patterns.whole.get(word) ?? [];
  const last = compounds ? word.length - SHORTEST_PART : 0;
  for (let from = 0; from <= Math.max(0, last); from += 1) {
    const most = Math.min(word.length - from, patterns.longestBeginning);
    for (let length = from === 0 ? 1 : SHORTEST_PART; length <= most; length += 1) {
      const isInside = from > 0;
      if (isInside && word.length < length + COMPOUND_MORE) continue;
      yield* patterns.beginnings.get(word.slice(from, from + length)) ?? [];
    }
    const tail = from === 0 ? [] : (patterns.whole.get(word.slice(from)) ?? []);
    if (word.length - from > SHORTEST_PART && from >= COMPOUND_MORE) yield* tail;
  }
}

function readLists(lists: string): Record<WordLanguage, Patterns> {
  const read: Record<WordLanguage, Patterns> = { en: noPatterns(), de: noPatterns(), pt: noPatterns() };
  for (const line of lists.split("\n")) {
    const [concept = "", en = "", de = "", pt = ""] = line.split(" / ");
    if (concept === "") continue;
    addWords(read.en, concept, en);
    addWords(read.de, concept, de);
    addWords(read.pt, concept, pt);
  }
  return read;
}

function noPatterns(): Patterns {
  return { whole: new Map(), beginnings: new Map(), longestBeginning: 0 };
}

function addWords(patterns: Patterns, concept: Concept, words: string): void {
  for (const pattern of words.split(" ")) {
    const [first = "", ...rest] = pattern.split("_");
    const isBeginning = first.endsWith("*");
    const key = isBeginning ? first.slice(0, -1) : first;
    const table = isBeginning ? patterns.beginnings : patterns.whole;
    table.set(key, [...(table.get(key) ?? []), { concept, rest }]);
    if (isBeginning) patterns.longestBeginning = Math.max(patterns.longestBeginning, key.length);
  }
}
