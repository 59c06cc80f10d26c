import type { Random } from "@/tests/support/random";

/** Draws by chance, and yet everything comes: like cards, which are shuffled anew when none is left that fits. */
export interface Bag<T> {
  /** The next card that fits; null where none of them ever does. */
  draw(fits?: (card: T) => boolean): T | null;
}

export function createBag<T>(random: Random, cards: readonly T[]): Bag<T> {
  let pile: T[] = [];
  return {
    draw(fits = () => true) {
      let at = pile.findIndex(fits);
      if (at < 0) {
        if (!cards.some(fits)) return null;
        pile = [...pile, ...shuffled(random, cards)];
        at = pile.findIndex(fits);
      }
      return pile.splice(at, 1)[0] ?? null;
    },
  };
}

function shuffled<T>(random: Random, cards: readonly T[]): T[] {
  const left = [...cards];
  return cards.flatMap(() => left.splice(random.int(0, left.length - 1), 1));
}
