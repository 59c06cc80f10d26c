import { followPacks } from "@/lib/copies/follow";
import { wordsIn } from "@/lib/copies/packs";
import type { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";
import { type OwnWords, readOwnWords } from "./own-words";
import { createSearch, type Search } from "./search";

/** Packs, some 15 ms: they are kept as they are. */
const AT_ONE_GO = 32;

/**
 * A search over all copies with own answers upon them, now and after every change; each time it is the same one, with
 * more in it.
 */
export function watchSearch(
  db: EarshotDatabase,
  onSearch: (search: Search) => void,
  onError: (error: unknown) => void,
): () => void {
  const search = createSearch();
  let learnt = 0;
  let own: OwnWords = new Map();
  let isOver = false;

  /** The newest part comes again: it may have grown. A pack's words are in the dictionary before the pack is. */
  async function learn(): Promise<void> {
    for (const { from, words } of await db.packTerms.where("from").aboveOrEqual(learnt).toArray()) {
      search.learn(from, words.split(" "));
      learnt = from;
    }
  }

  const following = followPacks(
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
      async current() {
        await learn();
        search.overlay(own);
        if (!isOver) onSearch(search);
      },
      failed: onError,
    },
  );
  const stopOwn = watch(
    () => readOwnWords(db),
    // What has come back lies upon its report no more: by then its pack has been read, so that it is found all the time.
    (words) => following.catchUp(() => (own = words)),
    onError,
  );
  return () => {
    isOver = true;
    stopOwn();
    following.stop();
  };
}
