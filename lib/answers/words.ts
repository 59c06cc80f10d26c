/** A letter, digit or mark that belongs to a word. */
const IN_WORD = String.raw`[\p{L}\p{M}\p{N}_]`;

/** Finds one of the patterns as whole words, whatever their case. Letters are those of any language. */
export function wholeWords(patterns: readonly string[]): RegExp {
  return new RegExp(`(?<!${IN_WORD})(?:${patterns.join("|")})(?!${IN_WORD})`, "giu");
}

/** What is between blanks and has a letter or a digit in it. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
