import { useEffect, useState } from "react";
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
    db.reports.bulkGet(thankful(items)).then(
      (rows) => isOver || setWords(kindWordsIn(rows.flatMap((row) => row?.doc ?? []))),
      // The figures stand without them.
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [db, items]);
  return words;
}

function thankful(items: readonly ListedItem[]): string[] {
  return items
    .flatMap(({ own, joined }) => [own, ...joined])
    .filter(({ helped }) => helped.yes > 0)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, MOST)
    .map(({ id }) => id);
}
