import type { WordLanguage } from "./words";

/** Short forms and refusals that mean the same; a line each, the first word stands for all. Without apostrophes. */
const SAME: Record<WordLanguage, string> = {
  en: `
dont doesnt didnt wont wouldnt
cant cannot couldnt
isnt arent wasnt werent aint
youre your
`,
  de: `
nicht nich ned net nit
nichts nix nischt
kein keine keinen keiner keinem keins keinerlei
ist is
jedesmal jedesma
`,
  pt: `
nao n num
que q
pra para pro
ta esta
tava estava
tudo td
todos tds
quando qdo qnd
depois dps
muito mt mto
mesmo msm
tambem tb tbm
voce vc ce
porque pq
hoje hj
`,
};

/** What stands between the words of a phrase without changing it: "close my tab", "close the tab". */
const BETWEEN: Record<WordLanguage, ReadonlySet<string>> = {
  en: new Set(
    "a an the my your our their his her its this that these those even really just simply actually".split(" "),
  ),
  de: new Set(
    "der die das den dem des ein eine einen einem einer mein meine meinen meiner meinem da ja doch halt mal einfach auch sich leider eh gar".split(
      " ",
    ),
  ),
  pt: new Set("o os as um uma meu minha meus minhas esse essa este esses essas ai la so nem mais".split(" ")),
};

/** "not" after one of these is one word with it. */
const BEFORE_NOT = new Map([
  ["can", "cant"],
  ["could", "cant"],
  ["do", "dont"],
  ["does", "dont"],
  ["did", "dont"],
  ["will", "dont"],
  ["is", "isnt"],
  ["are", "isnt"],
  ["was", "isnt"],
]);

const STANDS_FOR: Record<WordLanguage, ReadonlyMap<string, string>> = {
  en: readSame(SAME.en),
  de: readSame(SAME.de),
  pt: readSame(SAME.pt),
};

/** One spelling of a word: "can't" and "cant", "keine" and "kein", "soooo" and "so". */
function spell(word: string, language: WordLanguage): string {
  const plain = word.replaceAll("'", "").replace(/([a-z])\1{2,}/g, "$1");
  return STANDS_FOR[language].get(plain) ?? plain;
}

/** Words in one spelling. */
export function spelt(words: readonly string[], language: WordLanguage): string[] {
  const spellings: string[] = [];
  for (const word of words) {
    const refusal = language === "en" && word === "not" ? BEFORE_NOT.get(spellings.at(-1) ?? "") : undefined;
    if (refusal === undefined) spellings.push(spell(word, language));
    else spellings.splice(-1, 1, refusal);
  }
  return spellings;
}

export function withoutBetween(words: readonly string[], language: WordLanguage): string[] {
  return words.filter((word) => !BETWEEN[language].has(word));
}

function readSame(lines: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines.split("\n")) {
    const [first = "", ...others] = line.split(" ");
    for (const other of others) found.set(other, first);
  }
  return found;
}
