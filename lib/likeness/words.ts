/** The languages whose words we know; any other is compared by its letters' stems alone. */
export type WordLanguage = "en" | "de" | "pt";

/** Against a report that is one word of 4,000 letters, or 4,000 words of one. */
const MOST_LETTERS = 40;
const MOST_WORDS = 400;

/**
 * Words in lower case, without accents, umlauts as two letters: annoyed people write "fuehrt", "nao" and "führt", "não".
 * Hyphens and apostrophes inside a word stay.
 */
export function wordsIn(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
  const words = plain.match(/[\p{L}\p{N}]+(?:[-+'’][\p{L}\p{N}]+)*/gu) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => word.slice(0, MOST_LETTERS).replaceAll("’", "'"));
}

const set = (words: string) => new Set(words.split(" "));

/** Words that say nothing of what a text is about. They also tell its language. */
const FUNCTION_WORDS: Record<WordLanguage, ReadonlySet<string>> = {
  en: set(
    "the a an and or but if of to in on at for with from by is are was were be been it its it's this that these those i i'm my me we our you your they their he she his her them do does did don't doesn't not no so as than then there here when what how who why which all any some can could would should will has have had just get got only more most too very up out into over after before every about",
  ),
  de: set(
    "der die das ein eine einen einem einer eines und oder aber wenn von zu im in an am auf fuer mit aus bei ist sind war waren sein wird werden es dies dieser diese dieses ich mein meine meinen mich mir wir unser ihr euer sie er ihn sich nicht kein keine so als dann da hier was wie wer warum auch alle man kann koennte hat haben hab habe nur mehr sehr nach vor dass den dem des zum zur noch doch schon mal denn ja",
  ),
  pt: set(
    "o a os as um uma e ou mas se de da do das dos em no na nos nas para pra pro por com sem e sao foi era ser esta ta isso este esse essa eu meu minha meus minhas me nos nosso voce voces ele ela eles elas nao nem tao como que q quando qual quem tudo todo toda todos so mais muito ja ate depois antes tem ter tenho pelo pela ao aos",
  ),
};

export function isFunctionWord(word: string, language: WordLanguage | null): boolean {
  return language !== null && FUNCTION_WORDS[language].has(word);
}

const LANGUAGES = ["en", "de", "pt"] as const;

/**
 * The language that the words are in. A report carries the language of the person's screen, and many people write
 * theirs on an English one: function words outvote the tag where they are clear.
 */
export function languageOf(words: readonly string[], tag: string): WordLanguage | null {
  const primary = tag.toLowerCase().split("-")[0];
  const votes = (language: WordLanguage) => words.filter((word) => FUNCTION_WORDS[language].has(word)).length;
  let best = LANGUAGES.find((language) => language === primary) ?? null;
  let most = best === null ? 1 : votes(best) + 1;
  for (const language of LANGUAGES) {
    const count = votes(language);
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

/** Endings, longest first. Light on purpose: what is cut too much makes strangers alike. */
const ENDINGS: Record<WordLanguage, readonly RegExp[]> = {
  en: [/'s$/, /(?:ations?|ments?|ness|ingly|edly)$/, /(?:ies|ing|ers|er|ed|es|ly|s|e|y)$/],
  de: [/(?:ungen|ung|heiten|heit|keit|lich|isch)$/, /(?:ern|em|er|en|es|et|st|e|n|s|t)$/],
  pt: [
    /(?:amentos?|imentos?|mente|coes|cao|soes|sao)$/,
    /(?:aram|eram|iram|avam|ando|endo|indo|ados?|adas?|idos?|idas?|aria|eria|iria|ava|ou|eu|iu|ar|er|ir|am|em|es|os|as|s|a|o|e)$/,
  ],
};

/** Shortest word that has an ending, and shortest stem that is still one. */
const SHORTEST_WORD = 5;
const SHORTEST_STEM = 3;

/** What inflected forms of a word have in common, by and large. */
export function stemOf(word: string, language: WordLanguage | null): string {
  if (language === null || word.length < SHORTEST_WORD) return word;
  let stem = language === "de" ? word.replace(/^ge(?=[a-z]{4})/, "") : word;
  for (const ending of ENDINGS[language]) stem = stem.replace(ending, "");
  return stem.length < SHORTEST_STEM ? word : stem;
}
