import type { ListedItem } from "./item";

/**
 * Names that occur in a list, each once, kept up to date with each report that comes, changes or goes: a walk through
 * 100,000 reports at every change would be felt.
 */
export function createTally(read: (item: ListedItem) => readonly (string | null)[]) {
  const counts = new Map<string, number>();
  let names: readonly string[] = [];
  let isNew = false;

  function count(item: ListedItem, by: 1 | -1): void {
    for (const name of read(item)) {
      if (name === null) continue;
      const before = counts.get(name) ?? 0;
      if (before + by === 0) counts.delete(name);
      else counts.set(name, before + by);
      isNew ||= before === 0 || before + by === 0;
    }
  }

  return {
    change(before: ListedItem | undefined, after: ListedItem | undefined): void {
      if (before) count(before, -1);
      if (after) count(after, 1);
    },
    clear(): void {
      counts.clear();
      isNew = true;
    },
    /** The same list for as long as no name has come or gone. */
    names(): readonly string[] {
      if (isNew) names = [...counts.keys()];
      isNew = false;
      return names;
    },
  };
}
