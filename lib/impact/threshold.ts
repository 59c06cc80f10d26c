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
 * Which cells of one whole are hidden, where the whole is shown. Each cell has one or more populations: the people whom
 * each of its figures stands for. A cell is hidden where one of them is small. Then whoever takes what is shown from
 * the whole knows what is hidden together: where that is small too, the next smallest cell is hidden with it; of
 * several that are as small, the first by `keys`, so that it is the same one at each look, in whatever order they come.
 */
export function hidden(
  cells: readonly (readonly number[])[],
  threshold: number,
  keys: readonly string[] = [],
): boolean[] {
  const isSmall = (people: number) => people > 0 && people < threshold;
  const hides: boolean[] = [];
  const sums: number[] = [];
  for (const populations of cells) {
    const isHidden = populations.some(isSmall);
    hides.push(isHidden);
    if (isHidden) addTo(sums, populations);
  }
  for (;;) {
    const next = sums
      .map((sum, kind) => (isSmall(sum) ? smallestShown(cells, hides, kind, keys) : -1))
      .find((place) => place >= 0);
    if (next === undefined) return hides;
    hides[next] = true;
    addTo(sums, cells[next] ?? []);
  }
}

function addTo(sums: number[], populations: readonly number[]): void {
  for (let kind = 0; kind < populations.length; kind += 1) sums[kind] = (sums[kind] ?? 0) + (populations[kind] ?? 0);
}

function smallestShown(
  cells: readonly (readonly number[])[],
  hides: readonly boolean[],
  kind: number,
  keys: readonly string[],
): number {
  let smallest = -1;
  let least = Infinity;
  for (let at = 0; at < cells.length; at += 1) {
    const people = cells[at]?.[kind] ?? 0;
    if (hides[at] || people === 0 || people > least) continue;
    if (people === least && (keys[at] ?? "") >= (keys[smallest] ?? "")) continue;
    smallest = at;
    least = people;
  }
  return smallest;
}
