import { DOING } from "./concepts-doing";
import { OFFICE } from "./concepts-office";
import { SCREEN } from "./concepts-screen";
import { THINGS } from "./concepts-things";
import { TROUBLE } from "./concepts-trouble";
import { WORK } from "./concepts-work";
import { spelt, withoutBetween } from "./spellings";
import type { WordLanguage } from "./words";

/**
 * Which of some four hundred things and troubles that annoy people at work a text speaks of, in any of our languages: "druckt",
 * "printout" and "impressora" are one concept. That is what makes reports of two languages comparable at all, and two
 * of one language that share no word.
 *
 * The lists are the field's own. In them `print*` stands for every word that begins so, `log*_in` for words that follow
 * each other, `filter~gone` for words of which one stands near the other, in either order. In German both are also found inside a longer word, as its compounds are made ("Etikettendrucker").
 */
export type Concept = string;

/** Whether a concept says what goes wrong ("t-slow"); all others say with what. */
export function isTrouble(concept: Concept): boolean {
  return concept.startsWith("t-");
}

interface Pattern {
  concept: Concept;
  /** The words that must follow the first. */
  rest: readonly string[];
  /** The phrase that must stand near it, before or after; empty where there is none. */
  near: readonly string[];
}

interface Patterns {
  whole: Map<string, Pattern[]>;
  beginnings: Map<string, Pattern[]>;
  longestBeginning: number;
}

/** Shortest part of a German compound that counts, and how much longer the compound must be. */
const SHORTEST_PART = 5;
const COMPOUND_MORE = 3;
/** Words between the two parts of a `~` pattern, at most, and one more. */
const NEAR = 6;

let known: Record<WordLanguage, Patterns> | null = null;

/** Read when first asked for: it takes up to 100 ms, and the worker that this is in starts for every click on a launcher. */
function lists(): Record<WordLanguage, Patterns> {
  known ??= readLists(DOING + SCREEN + WORK + TROUBLE + OFFICE + THINGS);
  return known;
}

export function conceptsIn(words: readonly string[], language: WordLanguage | null): Set<Concept> {
  const found = new Set<Concept>();
  if (language === null) return found;
  const all = spelt(words, language);
  findIn(all, language, found);
  findIn(withoutBetween(all, language), language, found);
  return found;
}

function findIn(words: readonly string[], language: WordLanguage, found: Set<Concept>): void {
  const listed = lists()[language];
  words.forEach((word, at) => {
    for (const { concept, rest, near } of startingWith(word, listed, language === "de")) {
      if (found.has(concept) || !stands(words, at + 1, rest)) continue;
      if (near.length === 0 || standsNear(words, at, near)) found.add(concept);
    }
  });
}

function stands(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((next, index) => matches(words[at + index], next));
}

function standsNear(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  for (let from = Math.max(0, at - NEAR); from <= at + NEAR; from += 1) {
    if (from !== at && stands(words, from, phrase)) return true;
  }
  return false;
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

function readLists(text: string): Record<WordLanguage, Patterns> {
  const read: Record<WordLanguage, Patterns> = { en: noPatterns(), de: noPatterns(), pt: noPatterns() };
  for (const line of text.split("\n")) {
    const [concept = "", en = "", de = "", pt = ""] = line.split(" / ");
    if (concept === "") continue;
    addWords(read, "en", concept, en);
    addWords(read, "de", concept, de);
    addWords(read, "pt", concept, pt);
  }
  return read;
}

function noPatterns(): Patterns {
  return { whole: new Map(), beginnings: new Map(), longestBeginning: 0 };
}

function addWords(read: Record<WordLanguage, Patterns>, language: WordLanguage, concept: Concept, words: string): void {
  const patterns = read[language];
  for (const pattern of words.split(" ")) {
    const [start = [], near = []] = pattern.split("~").map((phrase) => phraseOf(phrase, language));
    const [first = "", ...rest] = start;
    const isBeginning = first.endsWith("*");
    const key = isBeginning ? first.slice(0, -1) : first;
    const table = isBeginning ? patterns.beginnings : patterns.whole;
    const found = table.get(key) ?? [];
    found.push({ concept, rest, near });
    table.set(key, found);
    if (isBeginning) patterns.longestBeginning = Math.max(patterns.longestBeginning, key.length);
  }
}

/** The words of a phrase in one spelling; a beginning stays as it is listed. */
function phraseOf(phrase: string, language: WordLanguage): string[] {
  if (phrase === "") return [];
  const words = phrase.split("_").map((word) => word.replaceAll("'", ""));
  return spelt(words, language);
}
