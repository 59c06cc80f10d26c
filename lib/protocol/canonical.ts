/**
 * JSON with the keys of its objects in one order at every depth and no white space: two events are the same iff their
 * canonical texts are. Databases reorder the keys of JSON, so the raw text cannot be compared.
 *
 * A sorted copy and one call of the engine's own serializer take half the time of putting the text together here.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const copy: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value).toSorted(byKey)) copy[key] = sorted(child);
  return copy;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
