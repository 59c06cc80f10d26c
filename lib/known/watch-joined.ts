import type { AskRow, JoinedRow } from "@/lib/database/known-rows";
import type { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";
import { keyInForce } from "@/lib/outbox/collector-key";
import { systemClock } from "@/lib/platform/clock";
import { checkDue, isClaim, type Question, type Said } from "@/lib/reports/question";
import type { KnownItem } from "./known-item";
import { readBy } from "./pick";

/** A known annoyance that this person joined, as the files last told of it. */
export interface JoinedItem extends KnownItem {
  /** When IT last said something of it. */
  updated: string;
  /** IT does not show it to everybody any more. */
  gone: boolean;
  question: Question | null;
  /** What this person answered to the newest claim. */
  saidOfIt: Said[];
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

export async function readJoined(
  db: EarshotDatabase,
  langs: readonly string[],
  now = systemClock.now(),
): Promise<JoinedItem[]> {
  // All asked at once: of what is asked after a wait, the watching does not learn.
  const [key, all, asks] = await Promise.all([keyInForce(db), db.joined.toArray(), db.asks.toArray()]);
  const rows = all.filter(({ collector }) => collector === key);
  const askOf = new Map(asks.map((row) => [row.id, row]));
  const reader = { own: new Set<string>(), joined: new Map(rows.map((row) => [row.id, row])), langs };
  return rows
    .map((row) => ({
      ...readBy(row.known, reader),
      updated: row.known.updated,
      gone: row.gone === true,
      ...questionOf(row, askOf.get(row.id), now),
    }))
    .toSorted((a, b) => (a.updated < b.updated ? 1 : -1));
}

/** What was joined is asked about as the files tell of it; of what they tell no more, nothing is asked. */
function questionOf(
  { known, gone }: JoinedRow,
  ask: AskRow | undefined,
  now: number,
): Pick<JoinedItem, "question" | "saidOfIt"> {
  const forEvent = isClaim(known.status) ? known.statusEvent : null;
  if (forEvent === null) return { question: null, saidOfIt: [] };
  const saidOfIt = ask?.forEvent === forEvent ? ask.said : [];
  const check = gone ? null : checkDue(saidOfIt, now);
  return { question: check === null ? null : { forEvent, check }, saidOfIt };
}
