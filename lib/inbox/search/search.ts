import { plainLetters, wordsOf } from "@/lib/copies/letters";
import { PACK, type PackedWords } from "@/lib/copies/packs";
import { isNear, slipsOf } from "./near";
import type { OwnWords } from "./own-words";
import { createTerms, type Terms } from "./terms";

/** One bit for each word that was typed; what is typed beyond that is not looked for. */
const MOST_TYPED = 31;
/** So few have room in a byte: what is looked up for each word of each report stays in the processor's nearest memory. */
const IN_A_BYTE = 8;
/** A place is the pack's number times this, and the copy's within it. */
const PLACES = PACK;

interface Held extends PackedWords {
  /** 1 for each copy that a later one of the same report stands for. */
  isOld: Uint8Array;
}

type Bits = Uint8Array | Uint32Array;

const NO_OWN: Held = { no: 0, ids: [], numbers: new Uint32Array(), isOld: new Uint8Array() };

/**
 * Finds reports by what is said in them, as somebody types and mistypes. Every word that was typed must be there: as a
 * piece of a word, or, where it is a piece of no word at all, as a word that is spelled nearly like it. O(all words that
 * occur) + O(words of all reports): a report is a list of numbers of words, and no text is looked into.
 */
export function createSearch() {
  const terms = createTerms();
  const packs = new Map<number, Held>();
  /** Where the last word on a report is, as a place. */
  const newest = new Map<string, number>();

  /** What own answers lie upon, as a pack beside the others that is made anew each time, with a dictionary of its own. */
  const ownTerms = createTerms();
  let own: Held = NO_OWN;

  /**
   * Numbers of the words that may stand for a typed one, in either dictionary: those it is a piece of, else those nearest
   * to it in spelling.
   */
  function standsFor(typed: string): Record<"all" | "own", number[]> {
    const most = slipsOf(typed.length);
    const look = (find: (among: Terms) => number[]) => ({ all: find(terms), own: find(ownTerms) });
    let found = look((among) => among.having(typed));
    for (let slips = 1; slips <= most && found.all.length + found.own.length === 0; slips += 1) {
      found = look((among) => among.like(typed, slips, (word) => isNear(typed, word, slips)));
    }
    return found;
  }

  /** For each word that occurs, a bit for each typed one that it may stand for. */
  function bitsOf(words: readonly string[]): Record<"all" | "own", Bits> {
    const bits = { all: noBits(terms.size(), words.length), own: noBits(ownTerms.size(), words.length) };
    words.forEach((word, index) => {
      const found = standsFor(word);
      for (const term of found.all) bits.all[term] = (bits.all[term] ?? 0) | (1 << index);
      for (const term of found.own) bits.own[term] = (bits.own[term] ?? 0) | (1 << index);
    });
    return bits;
  }

  return {
    learn: terms.learn,
    /** What a pack says: of several copies of one report the last one counts. */
    take(pack: PackedWords): void {
      const held = { ...pack, isOld: new Uint8Array(pack.ids.length) };
      packs.set(pack.no, held);
      pack.ids.forEach((id, index) => {
        const before = newest.get(id);
        const old = before === undefined ? undefined : packs.get(Math.floor(before / PLACES));
        if (before !== undefined && old) old.isOld[before % PLACES] = 1;
        newest.set(id, pack.no * PLACES + index);
        // A pack that has grown comes again, with the same copies at the same places.
        held.isOld[index] = 0;
      });
    },
    /** All reports that own answers lie upon, with what they say so: that stands for what packs say of them. */
    overlay(words: OwnWords): void {
      const numbers = new Map([...new Set([...words.values()].flat())].map((word, number) => [word, number]));
      ownTerms.clear();
      ownTerms.learn(0, [...numbers.keys()]);
      const said = [...words.values()].flatMap((of) => [of.length, ...of.map((word) => numbers.get(word) ?? 0)]);
      const isOld = new Uint8Array(words.size);
      own = { no: 0, ids: [...words.keys()], numbers: Uint32Array.from(said), isOld };
    },
    /** Of the packs; what own answers lie upon stays until it is told anew. */
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
      for (const pack of packs.values()) findIn(pack, bits.all, all, found);
      for (const id of own.ids) found.delete(id);
      findIn(own, bits.own, all, found);
      return found;
    },
  };
}

export type Search = ReturnType<typeof createSearch>;

function noBits(terms: number, typed: number): Bits {
  return typed <= IN_A_BYTE ? new Uint8Array(terms) : new Uint32Array(terms);
}

/** Adds the reports of a pack that have all of the bits. By itself, since it is where the time of a keystroke goes. */
function findIn({ ids, numbers, isOld }: Held, bits: Bits, all: number, found: Set<string>): void {
  let at = 0;
  for (let index = 0; index < ids.length; index += 1) {
    const end = at + 1 + (numbers[at] ?? 0);
    let seen = 0;
    for (at += 1; at < end && seen !== all; at += 1) seen |= bits[numbers[at] ?? 0] ?? 0;
    at = end;
    const id = ids[index];
    if (seen === all && isOld[index] === 0 && id !== undefined) found.add(id);
  }
}
