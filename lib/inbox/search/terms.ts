/**
 * The words that occur, by the numbers that the dictionary of the copies gave them, and with a bit for each letter that
 * each has: most words are told apart by that alone.
 */
export function createTerms() {
  const words: string[] = [];
  const letters: number[] = [];

  return {
    size: () => words.length,
    /** Words in plain letters, numbered from `from` on; "" for one that is gone, which is a piece of nothing. */
    learn(from: number, more: readonly string[]): void {
      more.forEach((word, at) => {
        words[from + at] = word;
        letters[from + at] = lettersOf(word);
      });
    },
    clear(): void {
      words.length = 0;
      letters.length = 0;
    },
    /** Numbers of the words that it is a piece of. */
    having(piece: string): number[] {
      const wanted = lettersOf(piece);
      const found: number[] = [];
      words.forEach((word, number) => {
        if ((wanted & ~(letters[number] ?? 0)) === 0 && word.includes(piece)) found.push(number);
      });
      return found;
    },
    /** Numbers of the words that `isLike` among those that have so many of the letters of `typed`. */
    like(typed: string, slips: number, isLike: (word: string) => boolean): number[] {
      const wanted = lettersOf(typed);
      const found: number[] = [];
      words.forEach((word, number) => {
        // Each slip makes one letter at most that the word does not have.
        const lacking = wanted & ~(letters[number] ?? 0);
        if (word.length >= typed.length - slips && ones(lacking) <= slips && isLike(word)) found.push(number);
      });
      return found;
    },
  };
}

export type Terms = ReturnType<typeof createTerms>;

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
