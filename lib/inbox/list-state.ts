import { createShared, fromTuple } from "@/lib/copies/brief";
import type { Packed } from "@/lib/copies/packs";
import { byCost } from "@/lib/reports/cost-order";
import { gather } from "./gather";
import { listedItem, type ListedItem } from "./item";

/**
 * Every report as the list has it, what costs most first. A change costs what has changed, and one walk through the
 * list: nothing is read or sorted anew.
 */
export function createListState() {
  const shared = createShared();
  const copies = new Map<string, ListedItem>();
  /** Reports that own answers lie upon, which the copies do not contain yet. */
  let own = new Map<string, ListedItem>();
  /** Ids of reports that are the same as another one. */
  const linked = new Set<string>();
  /** What has changed and is not yet in its new place. */
  const changed = new Set<string>();
  /** Each report by itself, in the order of cost. */
  let sorted: ListedItem[] = [];

  function now(id: string): ListedItem | undefined {
    // An own answer to a report that is gone is of no use here.
    return copies.has(id) ? (own.get(id) ?? copies.get(id)) : undefined;
  }

  function note(id: string): void {
    changed.add(id);
    if ((now(id)?.doc.canonical ?? null) === null) linked.delete(id);
    else linked.add(id);
  }

  function settle(): void {
    if (changed.size === 0) return;
    const news = [...changed].flatMap((id) => now(id) ?? []).sort(order);
    sorted = merge(sorted.filter(isUnchanged), news);
    changed.clear();
  }

  function isUnchanged({ id }: ListedItem): boolean {
    return !changed.has(id);
  }

  return {
    /** What packs say, in their order. */
    take(packed: readonly Packed[]): void {
      for (const one of packed) {
        if (one[1] === null) copies.delete(one[0]);
        else {
          const { brief, unread } = fromTuple(one, shared);
          copies.set(brief.id, listedItem(brief, unread));
        }
        note(one[0]);
      }
      // At once: many small sorts leave more breath than a large one in the end.
      settle();
    },
    /** All reports that own answers lie upon; those of before that are not among them are as the copies have them. */
    overlay(items: readonly ListedItem[]): void {
      const before = own;
      own = new Map(items.map((item) => [item.id, item]));
      for (const id of new Set([...before.keys(), ...own.keys()])) note(id);
      settle();
    },
    clear(): void {
      copies.clear();
      linked.clear();
      changed.clear();
      sorted = [];
    },
    items(): ListedItem[] {
      if (linked.size === 0) return sorted;
      const family = familyOf(linked, now);
      const rest = sorted.filter(({ id }) => !family.has(id));
      return merge(rest, gather([...family.values()]).sort(order));
    },
  };
}

/** The reports that are the same as another one, and all that they lead to. */
function familyOf(linked: ReadonlySet<string>, now: (id: string) => ListedItem | undefined): Map<string, ListedItem> {
  const family = new Map<string, ListedItem>();
  for (const id of linked) {
    for (let at: string | null = id; at !== null && !family.has(at);) {
      const item = now(at);
      if (item) family.set(at, item);
      at = item?.doc.canonical ?? null;
    }
  }
  return family;
}

function order(a: ListedItem, b: ListedItem): number {
  return byCost(a.doc, b.doc);
}

/** Two lists that are each in order, as one. */
function merge(a: readonly ListedItem[], b: readonly ListedItem[]): ListedItem[] {
  if (b.length === 0) return [...a];
  const merged: ListedItem[] = [];
  let at = 0;
  for (const item of b) {
    for (let next = a[at]; next && order(next, item) <= 0; next = a[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(item);
  }
  for (; at < a.length; at += 1) merged.push(a[at] as ListedItem);
  return merged;
}
