/** A text as weighted terms. Plain arrays of numbers would do; a map is what both sides look up. */
export type Weights = ReadonlyMap<string, number>;

/** Gives each term the highest weight of the parts that it is in. */
export function merge(...parts: readonly (readonly [Iterable<string>, number])[]): Map<string, number> {
  const merged = new Map<string, number>();
  for (const [terms, weight] of parts) {
    for (const term of terms) merged.set(term, Math.max(weight, merged.get(term) ?? 0));
  }
  return merged;
}

/** From 0 (nothing in common) to 1. `rarity` says how much a term counts. */
export function cosine(a: Weights, b: Weights, rarity: (term: string) => number): number {
  const lengths = lengthOf(a, rarity) * lengthOf(b, rarity);
  if (lengths === 0) return 0;
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0) * rarity(term) ** 2;
  return sum / lengths;
}

/** How much the two have in common, in rarity: unlike the cosine it grows with the number of shared terms. */
export function shared(a: Weights, b: Weights, rarity: (term: string) => number): number {
  let sum = 0;
  for (const [term, weight] of a) sum += Math.sqrt(weight * (b.get(term) ?? 0)) * rarity(term);
  return sum;
}

function lengthOf(weights: Weights, rarity: (term: string) => number): number {
  let sum = 0;
  for (const [term, weight] of weights) sum += (weight * rarity(term)) ** 2;
  return Math.sqrt(sum);
}
