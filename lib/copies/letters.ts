/** Marks that a letter carries ("é" is "e" and one of these), after NFKD. */
const MARKS = /\p{M}+/gu;
const LETTERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d" };

/**
 * A text as it is searched in: small letters without their marks, so that "druck" finds "Drück" and "acao" finds
 * "ação"; whatever is no letter or number is one blank.
 */
export function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words of such a text; scripts that leave no blanks between words (Chinese, Thai) stay in one piece. */
export function wordsOf(plain: string): string[] {
  return plain === "" ? [] : plain.split(" ");
}
