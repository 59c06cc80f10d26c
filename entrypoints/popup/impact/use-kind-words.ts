import { useEffect, useState } from "react";
import type { Brief } from "@/lib/copies/brief";
import type { EarshotDatabase } from "@/lib/database/open";
import { kindWordsIn, type KindWord } from "@/lib/inbox/kind-words";
import type { ListedItem } from "@/lib/inbox/item";

/** Reports that are looked through for words; more nobody reads at one go. */
const MOST = 300;

/** What people wrote when a fix had helped them, of the newest reports; the list does not know it. */
export function useKindWords(db: EarshotDatabase, items: readonly ListedItem[]): KindWord[] {
  const [words, setWords] = useState<KindWord[]>([]);
  useEffect(() => {
    let isOver = false;
    // The figures are drawn first, and stand without them.
    const wait = requestIdleCallback(() => {
      db.reports.bulkGet(thankful(items)).then(
        (rows) => isOver || setWords(kindWordsIn(rows.flatMap((row) => row?.doc ?? []))),
        () => {},
      );
    });
    return () => {
      isOver = true;
      cancelIdleCallback(wait);
    };
  }, [db, items]);
  return words;
}

function thankful(items: readonly ListedItem[]): string[] {
  const docs: Brief[] = [];
  for (const { own, joined } of items) {
    if (own.helped.yes > 0) docs.push(own);
    for (const doc of joined) if (doc.helped.yes > 0) docs.push(doc);
  }
  return docs
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, MOST)
    .map(({ id }) => id);
}
