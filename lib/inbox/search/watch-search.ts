import { followPacks } from "@/lib/copies/follow";
import { wordsIn } from "@/lib/copies/packs";
import type { EarshotDatabase } from "@/lib/database/open";
import { createSearch, type Search } from "./search";

/** A search over all copies, now and after every change; each time it is the same one, with more in it. */
export function watchSearch(
  db: EarshotDatabase,
  onSearch: (search: Search) => void,
  onError: (error: unknown) => void,
): () => void {
  const search = createSearch();
  return followPacks(db, db.packWords, {
    take(packs) {
      for (const pack of packs) search.take(wordsIn(pack));
    },
    clear: search.clear,
    current: () => onSearch(search),
    failed: onError,
  });
}
