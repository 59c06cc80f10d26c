import { type GuardLanguage } from "./finding";
import { sentencesOf } from "./sentences";

/** Letters that make a syllable, one after the other: "ou" is one in English and Portuguese, "ie" in German. */
const VOWELS = /[aeiouyäöüáàâãéêíóôõúü]+/giu;

/**
 * Reading ease from 0 (hard) to 100 (easy), rounded; null for fewer than ten words, of which nothing can be said.
 *
 * - English: Flesch 1948, "A new readability yardstick": 206.835 - 1.015 words/sentence - 84.6 syllables/word.
 * - German: Amstad 1978, "Wie verständlich sind unsere Zeitungen?": 180 - words/sentence - 58.5 syllables/word.
 * - Portuguese: Martins et al. 1996, "Readability formulas applied to textbooks in Brazilian Portuguese": Flesch's
 *   figure and 42 more, since Portuguese words have more syllables.
 *
 * Syllables are counted as groups of vowels; a silent "e" at the end of an English word is none.
 */
export function readingEase(text: string, language: GuardLanguage): number | null {
  const words = text.match(/[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu) ?? [];
  const sentences = sentencesOf(text).length;
  if (words.length < 10 || sentences === 0) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0);
  const perSentence = words.length / sentences;
  const perWord = syllables / words.length;
  const ease =
    language === "de"
      ? 180 - perSentence - 58.5 * perWord
      : 206.835 - 1.015 * perSentence - 84.6 * perWord + (language === "pt-BR" ? 42 : 0);
  return Math.round(Math.min(100, Math.max(0, ease)));
}

function syllablesOf(word: string, language: GuardLanguage): number {
  const groups = word.match(VOWELS)?.length ?? 0;
  const isSilent = language === "en" && groups > 1 && /[^aeiouyl]e$/i.test(word);
  return Math.max(1, groups - (isSilent ? 1 : 0));
}
