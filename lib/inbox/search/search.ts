import { plainLetters, wordsOf } from "@/lib/copies/letters";
import type { PackedText } from "@/lib/copies/packs";
import { isNear, slipsOf } from "./near";
import { createTerms } from "./terms";

/** More words that are nearly like a typed one only make everything be found. */
const MOST_NEAR = 24;

/**
 * Finds reports by what is said in them, as somebody types and mistypes. Every word that was typed must be there: as a
 * piece of the text, or, where no text at all has it, as a word that is spelled nearly like it. O(all texts) for all
 * that was typed, plus O(all words that occur) for a slip.
 */
export function createSearch() {
  const texts = new Map<string, string>();
  const terms = createTerms();

  /** What may stand for a typed word: itself where it occurs, else the words that are nearest to it in spelling. */
  function standsFor(typed: string): string[] {
    if (terms.has(typed)) return [typed];
    const most = slipsOf(typed.length);
    for (let slips = 1; slips <= most; slips += 1) {
      const near = terms.like(typed, slips).filter((word) => isNear(typed, word, slips));
      if (near.length > 0) return near.slice(0, MOST_NEAR);
    }
    return [];
  }

  return {
    /** What a pack says: of several texts of one report the last one counts; "" for one that is gone. */
    take(packed: readonly PackedText[], words: string): void {
      for (const { id, text } of packed) {
        if (text === "") texts.delete(id);
        else texts.set(id, text);
      }
      terms.add(words);
    },
    clear(): void {
      texts.clear();
      terms.clear();
    },
    /** Ids of the reports that have every word of `typed`; null where nothing was typed that could be searched for. */
    find(typed: string): Set<string> | null {
      const words = wordsOf(plainLetters(typed));
      if (words.length === 0) return null;
      const wanted = words.map(standsFor);
      const found = new Set<string>();
      if (wanted.some((any) => any.length === 0)) return found;
      for (const [id, text] of texts) {
        if (wanted.every((any) => any.some((word) => text.includes(word)))) found.add(id);
      }
      return found;
    },
  };
}

export type Search = ReturnType<typeof createSearch>;
