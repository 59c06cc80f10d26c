import type { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";
import { keyInForce } from "@/lib/outbox/collector-key";
import type { KnownItem } from "./known-item";
import { readBy } from "./pick";

/** A known annoyance that this person joined, as the files last told of it. */
export interface JoinedItem extends KnownItem {
  /** When IT last said something of it. */
  updated: string;
  /** IT does not show it to everybody any more. */
  gone: boolean;
}

/** Calls back with what the person joined, what IT spoke of last first; gives the function that ends it. */
export function watchJoined(
  db: EarshotDatabase,
  langs: readonly string[],
  onJoined: (joined: JoinedItem[]) => void,
  onError: (error: unknown) => void,
): () => void {
  return watch(() => readJoined(db, langs), onJoined, onError);
}

export async function readJoined(db: EarshotDatabase, langs: readonly string[]): Promise<JoinedItem[]> {
  // Both asked at once: of what is asked after a wait, the watching does not learn.
  const [key, all] = await Promise.all([keyInForce(db), db.joined.toArray()]);
  const rows = all.filter(({ collector }) => collector === key);
  const reader = { own: new Set<string>(), joined: new Map(rows.map((row) => [row.id, row])), langs };
  return rows
    .map(({ known, gone }) => ({ ...readBy(known, reader), updated: known.updated, gone: gone === true }))
    .toSorted((a, b) => (a.updated < b.updated ? 1 : -1));
}
