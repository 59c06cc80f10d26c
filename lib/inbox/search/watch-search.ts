import { followPacks } from "@/lib/copies/follow";
import { wordsIn } from "@/lib/copies/packs";
import type { EarshotDatabase } from "@/lib/database/open";
import { createSearch, type Search } from "./search";

/** Packs, some 15 ms: they are kept as they are. */
const AT_ONE_GO = 32;

/** A search over all copies, now and after every change; each time it is the same one, with more in it. */
export function watchSearch(
  db: EarshotDatabase,
  onSearch: (search: Search) => void,
  onError: (error: unknown) => void,
): () => void {
  const search = createSearch();
  let learnt = 0;
  let isOver = false;

  /** The newest part comes again: it may have grown. A pack's words are in the dictionary before the pack is. */
  async function learn(): Promise<void> {
    for (const { from, words } of await db.packTerms.where("from").aboveOrEqual(learnt).toArray()) {
      search.learn(from, words.split(" "));
      learnt = from;
    }
    if (!isOver) onSearch(search);
  }

  const stop = followPacks(
    db,
    { table: db.packWords, atOneGo: AT_ONE_GO },
    {
      take(packs) {
        for (const pack of packs) search.take(wordsIn(pack));
      },
      clear() {
        learnt = 0;
        search.clear();
      },
      current() {
        learn().catch((error: unknown) => {
          if (!isOver) onError(error);
        });
      },
      failed: onError,
    },
  );
  return () => {
    isOver = true;
    stop();
  };
}
