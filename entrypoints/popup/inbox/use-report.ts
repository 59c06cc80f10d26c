import { useCallback, useMemo } from "react";
import type { EarshotDatabase } from "@/lib/database/open";
import type { InboxItem, ListedItem } from "@/lib/inbox/item";
import { watchReport } from "@/lib/inbox/watch-inbox";
import { useWatched } from "../shell/use-watched";

/** The report that is open, whole; null until it has been read, and where it is gone. */
export function useReport(db: EarshotDatabase, listed: ListedItem | null, reviewer: string | null): InboxItem | null {
  const id = listed?.id ?? null;
  const joinedInto = listed?.joinedInto ?? null;
  const together = listed?.joined.map((doc) => doc.id).join(" ") ?? "";
  const joined = useMemo(() => together.split(" ").filter(Boolean), [together]);
  const { value } = useWatched<InboxItem | null>(
    useCallback(
      (onValue, onError) =>
        id === null ? () => {} : watchReport(db, { id, joined, joinedInto }, reviewer, onValue, onError),
      [db, id, joined, joinedInto, reviewer],
    ),
  );
  return value?.id === id ? value : null;
}
