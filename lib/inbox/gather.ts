import type { Brief } from "@/lib/copies/brief";
import { round } from "@/lib/reports/hours";
import { type InboxItem, listedItem, type ListedItem } from "./item";

/**
 * Reports that are the same become one item: the canonical one, with the people and hours of all of them. A joined one
 * is listed beside it only while somebody waits for a word on it. Where the canonical report is not held here, because
 * it is closed and old or of another site, the joined one stands for itself.
 */
export function gather<Doc extends Brief>(items: readonly InboxItem<Doc>[]): InboxItem<Doc>[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const joined = new Map<string, InboxItem<Doc>[]>();
  for (const item of items) {
    const top = topOf(item.id, byId);
    if (top !== item.id) joined.set(top, [...(joined.get(top) ?? []), item]);
  }
  if (joined.size === 0) return [...items];
  const canonicalOf = new Map([...joined].flatMap(([top, below]) => below.map(({ id }) => [id, top] as const)));
  return items.flatMap((item) => {
    const joinedInto = canonicalOf.get(item.id);
    if (joinedInto !== undefined) return item.doc.attention === null ? [] : { ...item, joinedInto };
    const below = joined.get(item.id);
    return below ? withJoined(item, below) : item;
  });
}

/** One report of the list, or one that is part of a listed one; null where there is none. */
export function findItem(items: readonly ListedItem[], id: string | null): ListedItem | null {
  if (id === null) return null;
  const listed = items.find((item) => item.id === id);
  if (listed) return listed;
  for (const { id: joinedInto, joined } of items) {
    const doc = joined.find((one) => one.id === id);
    if (doc) return { ...listedItem(doc, false), joinedInto };
  }
  return null;
}

/** The report at the top of a tree, as far as it is held. */
function topOf(id: string, byId: ReadonlyMap<string, InboxItem<Brief>>): string {
  const way: string[] = [];
  for (let at = id; ;) {
    // A circle can stand here until the collector has decided: then its smallest id is as good as any.
    if (way.includes(at)) return way.slice(way.indexOf(at)).toSorted()[0] ?? at;
    way.push(at);
    const canonical = byId.get(at)?.doc.canonical ?? null;
    if (canonical === null || !byId.has(canonical)) return at;
    at = canonical;
  }
}

function withJoined<Doc extends Brief>(item: InboxItem<Doc>, below: readonly InboxItem<Doc>[]): InboxItem<Doc> {
  const joined = below.map(({ doc }) => doc).toSorted(byAge);
  return { ...item, joined, doc: joined.reduce<Doc>(addUp, item.doc) };
}

/** The oldest first; the id keeps the order the same from one look to the next. */
function byAge(a: Brief, b: Brief): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function addUp<Doc extends Brief>(sum: Doc, { people, blocked, hoursAWeek, hoursUnknown, helped }: Doc): Doc {
  // Answers to another claim, of before they were joined, say nothing of this one.
  const counts = sum.helped.forEvent !== null && sum.helped.forEvent === helped.forEvent;
  const known = sum.hoursAWeek !== null || hoursAWeek !== null;
  return {
    ...sum,
    people: sum.people + people,
    blocked: sum.blocked + blocked,
    hoursUnknown: sum.hoursUnknown + hoursUnknown,
    hoursAWeek: known ? round((sum.hoursAWeek ?? 0) + (hoursAWeek ?? 0)) : null,
    helped: counts
      ? {
          forEvent: sum.helped.forEvent,
          yes: sum.helped.yes + helped.yes,
          partly: sum.helped.partly + helped.partly,
          no: sum.helped.no + helped.no,
          hoursGivenBack: round(sum.helped.hoursGivenBack + helped.hoursGivenBack),
          givenBackUnknown: sum.helped.givenBackUnknown + helped.givenBackUnknown,
        }
      : sum.helped,
  };
}
