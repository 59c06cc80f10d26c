/** The words that occur, with a bit for each letter that a word has: most words are told apart by that alone. */
export function createTerms() {
  const letters = new Map<string, number>();

  return {
    /** `words`: in plain letters, with a blank between each. Words of texts that are gone stay: they only find nothing. */
    add(words: string): void {
      for (const word of words.split(" ")) if (word !== "" && !letters.has(word)) letters.set(word, lettersOf(word));
    },
    clear(): void {
      letters.clear();
    },
    /** Whether it is a piece of any word. */
    has(piece: string): boolean {
      if (letters.has(piece)) return true;
      const wanted = lettersOf(piece);
      for (const [word, has] of letters) if ((wanted & ~has) === 0 && word.includes(piece)) return true;
      return false;
    },
    /** Words that lack so few of the letters of `typed` that it may be one of them with so many slips. */
    like(typed: string, slips: number): string[] {
      const wanted = lettersOf(typed);
      const alike: string[] = [];
      for (const [word, has] of letters) {
        // Each slip makes one letter at most that the word does not have.
        if (word.length >= typed.length - slips && ones(wanted & ~has) <= slips) alike.push(word);
      }
      return alike;
    },
  };
}

const A = 97;

/** Bits 0 to 25 for a to z, the others for all else: two letters with one bit only make fewer words be told apart. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - A;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (word.charCodeAt(at) % 6));
  }
  return bits;
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
