import { sentencesOf } from "./sentences";

export type ToldType = "name" | "email" | "number" | "words";

/** Something in IT's text for everybody that may have come from a person's report. Never more than a hint. */
export interface Told {
  type: ToldType;
  /** UTF-16 offsets in the text. */
  from: number;
  to: number;
}

/** What a person has said, as far as it must not reach everybody. */
export interface Confided {
  /** Their words, and what they were trying to do; with those of reports that are the same. */
  said: readonly { text: string; lang: string }[];
  /** Names and addresses of those who reported it. */
  people: readonly string[];
}

/** So many words in a row are a person's own way to say it; four are how anybody would name the thing. */
const LEAST_RUN = 5;
/** Longer ones are hardly ever a count: a phone, order or customer number, wherever it comes from. */
const LONG_NUMBER = 5;
/** One digit is in every text. */
const LEAST_NUMBER = 2;
const LEAST_NAME = 3;

/** All that might tell who reported it, or of whom they spoke; in the order of the text, none inside another. Pure. */
export function findTold(text: string, confided: Confided): Told[] {
  const found = [
    ...emailsIn(text),
    ...namesIn(text, namesOf(confided)),
    ...numbersIn(text, confided),
    ...confided.said.flatMap(({ text: said }) => runsIn(text, said)),
  ];
  const kept: Told[] = [];
  // The kinds come in the order of what they give away; of one kind the longer one says more.
  for (const one of found.toSorted((a, b) => RANK[a.type] - RANK[b.type] || b.to - b.from - (a.to - a.from))) {
    if (kept.every(({ from, to }) => one.to <= from || one.from >= to)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}

const RANK: Record<ToldType, number> = { email: 0, name: 1, words: 2, number: 3 };

function emailsIn(text: string): Told[] {
  return spans(text, /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}/gu, "email");
}

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

function spans(text: string, pattern: RegExp, type: ToldType): Told[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ type, from: index, to: index + match.length }));
}

/** One form for all ways to write a word: "MÜLLER" and "Müller" (also in two code points) are the same. */
function plainForm(word: string): string {
  return word.normalize("NFC").toLocaleLowerCase("und").replaceAll("’", "'");
}

function namesIn(text: string, names: ReadonlySet<string>): Told[] {
  const isName = ({ from, to }: Told) => {
    const word = plainForm(text.slice(from, to));
    // "Palmer's" is about Palmer too.
    return names.has(word) || names.has(word.replace(/'s?$/, ""));
  };
  return spans(text, WORD, "name").filter(isName);
}

function namesOf({ people, said }: Confided): ReadonlySet<string> {
  const own = people.flatMap((name) => (name.split("@")[0] ?? "").match(WORD) ?? []);
  const others = said.flatMap(({ text, lang }) => [...addressed(text), ...pairs(text, lang)]);
  return new Set([...own, ...others].filter((word) => word.length >= LEAST_NAME).map(plainForm));
}

/** "Frau Dr. Palmer", "Mr Palmer", "a Sra. Palmer": whoever is spoken of politely. */
function addressed(text: string): string[] {
  const polite =
    /(?<![\p{L}\p{M}])(?:mrs?|ms|mx|miss|herrn?|hr|frau|fr|sr|sra|srta|senhora?|dona|seu)\.?\s+(?:(?:dr|prof)[aª]?\.?\s+)*(\p{Lu}[\p{L}\p{M}'’-]+)/giu;
  return [...text.matchAll(polite)].flatMap(({ 1: name = "" }) => (/^\p{Lu}/u.test(name) ? [name] : []));
}

/** "… said Anna Palmer": two words in capitals within a sentence. Not in German, where every noun has one. */
function pairs(text: string, lang: string): string[] {
  if (lang.toLowerCase().startsWith("de")) return [];
  return sentencesOf(text).flatMap(({ text: sentence }) =>
    [...sentence.matchAll(/(?<=\S\s+)(\p{Lu}\p{Ll}+)\s+(\p{Lu}\p{Ll}+)(?![\p{L}\p{M}])/gu)].flatMap(
      ([, first = "", last = ""]) => [first, last],
    ),
  );
}

/** Figures as they are written: "4711", "4.711", "+49 30 1234-5". */
const NUMBER = /\p{Nd}(?:[ .,:/'’-]?\p{Nd})*/gu;

function numbersIn(text: string, { said }: Confided): Told[] {
  const known = new Set(said.flatMap((one) => (one.text.match(NUMBER) ?? []).map(digitsOf)));
  return spans(text, NUMBER, "number").filter(({ from, to }) => {
    const digits = digitsOf(text.slice(from, to));
    return digits.length >= LONG_NUMBER || (digits.length >= LEAST_NUMBER && known.has(digits));
  });
}

function digitsOf(number: string): string {
  return number.replaceAll(/\P{Nd}/gu, "");
}

/** The longest rows of words that both have, in the same order; a shorter report as a whole. */
function runsIn(text: string, said: string): Told[] {
  const theirs = (said.match(TOKEN) ?? []).map(plainForm);
  const least = Math.min(LEAST_RUN, theirs.length);
  if (least < 2) return [];
  const places = new Map<string, number[]>();
  for (const [at, word] of theirs.entries()) places.set(word, [...(places.get(word) ?? []), at]);
  const ours = spans(text, TOKEN, "words").map((span) => ({
    ...span,
    word: plainForm(text.slice(span.from, span.to)),
  }));
  const runs: Told[] = [];
  for (let at = 0; at < ours.length; at += 1) {
    const length = Math.max(
      0,
      ...(places.get(ours[at]?.word ?? "") ?? []).map((there) => commonRun(ours, at, theirs, there)),
    );
    const [first, last] = [ours[at], ours[at + length - 1]];
    if (length < least || !first || !last) continue;
    runs.push({ type: "words", from: first.from, to: last.to });
    at += length - 1;
  }
  return runs;
}

function commonRun(ours: readonly { word: string }[], at: number, theirs: readonly string[], there: number): number {
  let length = 0;
  while (at + length < ours.length && ours[at + length]?.word === theirs[there + length]) length += 1;
  return length;
}
