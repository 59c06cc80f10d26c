import { useCallback, useState } from "react";
import { fromParams, type InboxQuery, toParams } from "@/lib/inbox/query";

/** What does not belong to the query and stays in the address. */
const KEPT = "view";

/** The query in the page's own address, so that a view can be bookmarked, reloaded, and taken along into a tab. */
export function useInboxQuery(): [query: InboxQuery, change: (part: Partial<InboxQuery>) => void] {
  const [query, setQuery] = useState(() => fromParams(new URLSearchParams(location.search)));
  const change = useCallback((part: Partial<InboxQuery>) => {
    setQuery((before) => {
      const next = { ...before, ...part };
      const params = toParams(next);
      const kept = new URLSearchParams(location.search).get(KEPT);
      if (kept !== null) params.set(KEPT, kept);
      const search = params.toString();
      history.replaceState(history.state, "", search === "" ? location.pathname : `?${search}`);
      return next;
    });
  }, []);
  return [query, change];
}
