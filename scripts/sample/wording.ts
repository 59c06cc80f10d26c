import type { Language } from "./annoyance";
import type { Draw } from "./draw";
import { AFTER, BEFORE } from "./phrases";

/** What somebody typed: with or without a word before and after, in a hurry or not. */
export function wordsOf(draw: Draw, language: Language, said: readonly string[]): string {
  let words = draw.pick(said);
  const isShort = words.length < 160;
  if (isShort && draw.chance(0.28)) words = begun(draw.pick(BEFORE[language]), words, language);
  if (isShort && draw.chance(0.36)) words = `${closed(words)} ${draw.pick(AFTER[language])}`;
  return hurried(draw, language, words);
}

/** After a comma or a colon one goes on in small letters, but for German, where it may be a noun, and "I". */
function begun(before: string, words: string, language: Language): string {
  const goesOn = /[,:]$/.test(before) && language !== "de" && !/^(I\b|[A-Z]{2})/.test(words);
  return `${before} ${goesOn ? words.charAt(0).toLowerCase() + words.slice(1) : words}`;
}

function closed(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}

/** As keyboards and hurry leave it. */
function hurried(draw: Draw, language: Language, words: string): string {
  let typed = words;
  if (draw.chance(0.16)) typed = typed.toLowerCase().replace(/\.$/, "");
  if (language === "de" && draw.chance(0.1)) typed = withoutUmlauts(typed);
  if (language === "pt" && draw.chance(0.25)) typed = typed.normalize("NFD").replaceAll(/\p{M}/gu, "");
  if (draw.chance(0.08)) typed = slipped(draw, typed);
  return typed;
}

const SPELLED: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", Ä: "Ae", Ö: "Oe", Ü: "Ue" };

function withoutUmlauts(words: string): string {
  return words.replaceAll(/[äöüßÄÖÜ]/g, (letter) => SPELLED[letter] ?? letter);
}

/** Two letters inside of a word, the wrong way round. */
function slipped(draw: Draw, words: string): string {
  const places = [...words.matchAll(/\p{Ll}{5,}/gu)].map(({ index }) => index + 1);
  if (places.length === 0) return words;
  const at = draw.pick(places);
  return words.slice(0, at) + words.charAt(at + 1) + words.charAt(at) + words.slice(at + 2);
}
