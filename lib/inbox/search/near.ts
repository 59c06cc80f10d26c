/** Up to how many slips a word of this many letters may have: short ones are too near to each other. */
export function slipsOf(length: number): 0 | 1 | 2 {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Whether `typed` is the beginning of `word`, or all of it, but for `slips` slips: a letter that is wrong, missing, too
 * many, or changed places with its neighbour (optimal string alignment distance; Damerau 1964). Letters that are the
 * same are taken as they come, and each of the four slips is tried where they end: O(letters of `typed`) for each of at
 * most 4 ** `slips` ways, most of which end at once.
 */
export function isNear(typed: string, word: string, slips: number): boolean {
  return isNearFrom(typed, 0, word, 0, slips);
}

function isNearFrom(typed: string, from: number, word: string, start: number, slips: number): boolean {
  let [at, on] = [from, start];
  while (at < typed.length && on < word.length && typed[at] === word[on]) {
    at += 1;
    on += 1;
  }
  // What is left of the typed word may all be slips; what is left of the other one is not typed yet.
  if (typed.length - at <= slips) return true;
  if (slips === 0) return false;
  const changedPlaces = typed[at] === word[on + 1] && typed[at + 1] === word[on];
  return (
    isNearFrom(typed, at + 1, word, on + 1, slips - 1) ||
    isNearFrom(typed, at + 1, word, on, slips - 1) ||
    isNearFrom(typed, at, word, on + 1, slips - 1) ||
    (changedPlaces && isNearFrom(typed, at + 2, word, on + 2, slips - 1))
  );
}
