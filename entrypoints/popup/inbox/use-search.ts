import { useMemo, useState } from "react";
import type { InboxItem } from "@/lib/inbox/item";
import { createSearch } from "@/lib/inbox/search/search";

/** Ids of what the search finds; null where nothing is searched for. Texts are taken in at the first letter. */
export function useSearch(items: readonly InboxItem[], typed: string): ReadonlySet<string> | null {
  const [search] = useState(createSearch);
  return useMemo(() => {
    if (typed.trim() === "") return null;
    search.update(items);
    return search.find(typed);
  }, [search, items, typed]);
}
