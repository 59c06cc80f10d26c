import { plainLetters, wordsOf } from "@/lib/copies/letters";
import type { PackedWords } from "@/lib/copies/packs";
import { isNear, slipsOf } from "./near";
import { createTerms } from "./terms";

/** One bit for each word that was typed; what is typed beyond that is not looked for. */
const MOST_TYPED = 31;

/**
 * Finds reports by what is said in them, as somebody types and mistypes. Every word that was typed must be there: as a
 * piece of a word, or, where it is a piece of no word at all, as a word that is spelled nearly like it. O(all words that
 * occur) + O(words of all reports): a report is a list of numbers of words, and no text is looked into.
 */
export function createSearch() {
  const terms = createTerms();
  const packs = new Map<number, PackedWords>();
  /** In which pack the last word on a report is. */
  const newest = new Map<string, number>();

  /** Numbers of the words that may stand for a typed one: those it is a piece of, else those nearest to it in spelling. */
  function standsFor(typed: string): number[] {
    const most = slipsOf(typed.length);
    let found = terms.having(typed);
    for (let slips = 1; slips <= most && found.length === 0; slips += 1) {
      found = terms.like(typed, slips, (word) => isNear(typed, word, slips));
    }
    return found;
  }

  /** For each word that occurs, a bit for each typed one that it may stand for. */
  function bitsOf(words: readonly string[]): Uint32Array {
    const bits = new Uint32Array(terms.size());
    words.forEach((word, index) => {
      for (const term of standsFor(word)) bits[term] = (bits[term] ?? 0) | (1 << index);
    });
    return bits;
  }

  return {
    learn: terms.learn,
    /** What a pack says: of several copies of one report the last one counts. */
    take(pack: PackedWords): void {
      packs.set(pack.no, pack);
      for (const id of pack.ids) newest.set(id, pack.no);
    },
    clear(): void {
      packs.clear();
      newest.clear();
      terms.clear();
    },
    /** Ids of the reports that have every word of `typed`; null where nothing was typed that could be searched for. */
    find(typed: string): Set<string> | null {
      const words = wordsOf(plainLetters(typed)).slice(0, MOST_TYPED);
      if (words.length === 0) return null;
      const bits = bitsOf(words);
      const all = 2 ** words.length - 1;
      const found = new Set<string>();
      for (const { no, ids, numbers } of packs.values()) {
        let at = 0;
        for (const id of ids) {
          const end = at + 1 + (numbers[at] ?? 0);
          let seen = 0;
          for (at += 1; at < end && seen !== all; at += 1) seen |= bits[numbers[at] ?? 0] ?? 0;
          at = end;
          // Within a pack the last one counts as well.
          if (newest.get(id) !== no) continue;
          if (seen === all) found.add(id);
          else found.delete(id);
        }
      }
      return found;
    },
  };
}

export type Search = ReturnType<typeof createSearch>;
