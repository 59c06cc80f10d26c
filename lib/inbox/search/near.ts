/** Up to how many slips a word of this many letters may have: short ones are too near to each other. */
export function slipsOf(length: number): 0 | 1 | 2 {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Whether `typed` is the beginning of `word`, or all of it, but for `slips` slips: a letter that is wrong, missing, too
 * many, or changed places with its neighbour (optimal string alignment distance; Damerau 1964, Wagner and Fischer
 * 1974). O(letters of `typed` x (2 x slips + 1)).
 */
export function isNear(typed: string, word: string, slips: number): boolean {
  const most = Math.min(word.length, typed.length + slips);
  if (typed.length - most > slips) return false;
  let before: number[] = [];
  let row = Array.from({ length: most + 1 }, (_, column) => column);
  for (let line = 1; line <= typed.length; line++) {
    const next: number[] = [line];
    let least = line;
    for (let column = 1; column <= most; column++) {
      const same = typed[line - 1] === word[column - 1];
      let cost = Math.min(at(row, column - 1) + (same ? 0 : 1), at(row, column) + 1, at(next, column - 1) + 1);
      const swapped = typed[line - 1] === word[column - 2] && typed[line - 2] === word[column - 1];
      if (swapped && line > 1 && column > 1) cost = Math.min(cost, at(before, column - 2) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > slips) return false;
    before = row;
    row = next;
  }
  // A beginning will do: people search while they type.
  return Math.min(...row) <= slips;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
