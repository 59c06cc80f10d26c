import type { OwnWord } from "@/lib/policy/policy";
import type { Finding, GuardLanguage } from "./finding";
import { JARGON } from "./jargon-list";
import { wholeWords } from "./words";

interface Entry {
  pattern: RegExp;
  say: string | null;
}

const ENTRIES = new Map<GuardLanguage | null, Entry[]>();

/** Compiled when first asked for: the list is long, and most people never write an answer. */
function entriesFor(language: GuardLanguage | null): Entry[] {
  const known = ENTRIES.get(language);
  if (known) return known;
  const entries = JARGON.flatMap(({ words, say, only }): Entry[] => {
    if (language === null || (only && !only.includes(language))) return [];
    return [{ pattern: wholeWords(words), say: say[language] ?? null }];
  });
  ENTRIES.set(language, entries);
  return entries;
}

/** Words that only people in IT understand; where two overlap, the longer one. */
export function jargon(text: string, language: GuardLanguage | null, company: readonly OwnWord[]): Finding[] {
  const own = company.map(({ word, say }) => ({
    pattern: wholeWords([word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)]),
    say,
  }));
  const found = [...own, ...entriesFor(language)].flatMap(({ pattern, say }) =>
    [...text.matchAll(pattern)].map(({ 0: word, index }): Finding => ({
      type: "jargon",
      from: index,
      to: index + word.length,
      say,
    })),
  );
  const longest = found.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const kept: Finding[] = [];
  for (const one of longest) {
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  }
  return kept;
}
