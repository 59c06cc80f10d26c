/**
 * A figure, or `few`: it stands for fewer people than the threshold, or such a figure could be worked out from what is
 * shown beside it.
 */
export type Guarded<T> = T | "few";

/** `value`, unless it stands for fewer people than `threshold`. Of nobody nothing can be told, so that it may be shown. */
export function guard<T>(value: T, people: number, threshold: number): Guarded<T> {
  return people > 0 && people < threshold ? "few" : value;
}

/**
 * Which cells of one whole are hidden, where the whole is shown. A cell has one figure or more, of which each stands for
 * people of its own: `columns` are these numbers of people, a list for each figure with one of each cell. A cell is
 * hidden where one of them is small. Then whoever takes what is shown from the whole knows what is hidden together:
 * where that is small too, the next smallest cell is hidden with it; of several that are as small, the first by `keyOf`,
 * so that it is the same one at each look, in whatever order they come.
 */
export function hidden(
  columns: readonly (readonly number[])[],
  threshold: number,
  keyOf: (cell: number) => string = () => "",
): boolean[] {
  const isSmall = (people: number) => people > 0 && people < threshold;
  const hides = Array.from(columns[0] ?? [], () => false);
  for (const column of columns) {
    for (let at = 0; at < column.length; at += 1) if (isSmall(column[at] ?? 0)) hides[at] = true;
  }
  // Added up by hand: some wholes have 100,000 cells.
  const sums = columns.map((column) => {
    let sum = 0;
    for (let at = 0; at < column.length; at += 1) if (hides[at]) sum += column[at] ?? 0;
    return sum;
  });
  for (let next = nextToHide(); next >= 0; next = nextToHide()) {
    hides[next] = true;
    columns.forEach((column, of) => {
      sums[of] = (sums[of] ?? 0) + (column[next] ?? 0);
    });
  }
  return hides;

  function nextToHide(): number {
    for (const [of, sum] of sums.entries()) {
      const next = isSmall(sum) ? smallestShown(columns[of] ?? [], hides, keyOf) : -1;
      if (next >= 0) return next;
    }
    return -1;
  }
}

function smallestShown(column: readonly number[], hides: readonly boolean[], keyOf: (cell: number) => string): number {
  let smallest = -1;
  let least = Infinity;
  for (let at = 0; at < column.length; at += 1) {
    const people = column[at] ?? 0;
    if (hides[at] || people === 0 || people > least) continue;
    if (people === least && keyOf(at) >= keyOf(smallest)) continue;
    smallest = at;
    least = people;
  }
  return smallest;
}
