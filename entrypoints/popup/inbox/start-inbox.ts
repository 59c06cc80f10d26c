import type { EarshotDatabase } from "@/lib/database/open";
import type { InboxItem } from "@/lib/inbox/item";

/** Watches the Inbox with what only reviewers load: an employee's popup opens without the fold. Gives what ends it. */
export function startInbox(
  db: EarshotDatabase,
  reviewer: string | null,
  onItems: (items: InboxItem[]) => void,
  onError: (error: unknown) => void,
): () => void {
  let stop: (() => void) | null = null;
  let isOver = false;
  import("@/lib/inbox/watch-inbox").then(({ watchInbox }) => {
    if (!isOver) stop = watchInbox(db, { reviewer }, onItems, onError);
  }, onError);
  return () => {
    isOver = true;
    stop?.();
  };
}
