import { createShared, fromTuple } from "@/lib/copies/brief";
import type { Packed } from "@/lib/copies/packs";
import { triageOf } from "@/lib/reports/triage";
import { gather } from "./gather";
import { insert, remove } from "./in-order";
import { listedItem, type ListedItem } from "./item";
import { siteKey } from "./query";
import { createTally } from "./tally";

/** A sort of more than so many at once is felt. */
const SETTLE_AT = 2000;

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
  /** What has changed and is not yet in its new place, as it stands in the old one; undefined for what is new. */
  const changed = new Map<string, ListedItem | undefined>();
  /** Each report by itself, in the order of cost. */
  let sorted: ListedItem[] = [];
  const sites = createTally(({ doc }) => [siteKey(doc)]);
  const colleagues = createTally(({ doc }) => [doc.statusBy, triageOf(doc).assignee]);

  function now(id: string): ListedItem | undefined {
    // An own answer to a report that is gone is of no use here.
    return copies.has(id) ? (own.get(id) ?? copies.get(id)) : undefined;
  }

  function note(id: string, before: ListedItem | undefined): void {
    const after = now(id);
    if (!changed.has(id)) changed.set(id, before);
    if ((after?.doc.canonical ?? null) === null) linked.delete(id);
    else linked.add(id);
    sites.change(before, after);
    colleagues.change(before, after);
  }

  function settle(): void {
    if (changed.size === 0) return;
    const olds = [...changed.values()].flatMap((item) => item ?? []);
    const news = [...changed.keys()].flatMap((id) => now(id) ?? []);
    sorted = insert(remove(sorted, olds), news);
    changed.clear();
  }

  return {
    /** What packs say, in their order. */
    take(packed: readonly Packed[]): void {
      for (const one of packed) {
        const before = now(one[0]);
        if (one[1] === null) copies.delete(one[0]);
        else {
          const { brief, unread } = fromTuple(one, shared);
          copies.set(brief.id, listedItem(brief, unread));
        }
        note(one[0], before);
      }
      // Many small sorts leave more breath than a large one in the end; a few wait until somebody looks.
      if (changed.size >= SETTLE_AT) settle();
    },
    /** All reports that own answers lie upon; those of before that are not among them are as the copies have them. */
    overlay(items: readonly ListedItem[]): void {
      const next = new Map(items.map((item) => [item.id, item]));
      const touched = [...new Set([...own.keys(), ...next.keys()])].map((id) => [id, now(id)] as const);
      own = next;
      for (const [id, before] of touched) note(id, before);
    },
    clear(): void {
      copies.clear();
      linked.clear();
      changed.clear();
      sites.clear();
      colleagues.clear();
      sorted = [];
    },
    /** Sites of all reports, as `siteKey` names them, in no order. */
    sites: sites.names,
    /** Everybody who has answered or looks after something, in no order. */
    colleagues: colleagues.names,
    items(): ListedItem[] {
      settle();
      if (linked.size === 0) return sorted;
      const family = [...familyOf(linked, now).values()];
      return insert(remove(sorted, family), gather(family));
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
