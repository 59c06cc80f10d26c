import { useEffect, useMemo, useState } from "react";
import type { EarshotDatabase } from "@/lib/database/open";
import type { Search } from "@/lib/inbox/search/search";
import { watchSearch } from "@/lib/inbox/search/watch-search";

/**
 * Ids of what the search finds; null where nothing is searched for, and until the texts are there. `isNear`: somebody is
 * about to type.
 */
export function useSearch(db: EarshotDatabase, typed: string, isNear: boolean): ReadonlySet<string> | null {
  // Texts are read once they are wanted, and kept up to date from then on. `version` tells one state from the next.
  const [isWanted, want] = useState(false);
  const [state, setState] = useState<{ search: Search; version: number } | null>(null);
  const isTyped = typed.trim() !== "";
  if ((isTyped || isNear) && !isWanted) want(true);

  useEffect(() => {
    if (!isWanted) return undefined;
    return watchSearch(
      db,
      (search) => setState((before) => ({ search, version: (before?.version ?? 0) + 1 })),
      // The list goes on without a search; that the database is broken is said by the list itself.
      () => setState(null),
    );
  }, [db, isWanted]);

  return useMemo(() => (isTyped && state ? state.search.find(typed) : null), [state, typed, isTyped]);
}
