import type { EarshotDatabase } from "@/lib/database/open";
import type { InboxList } from "@/lib/inbox/watch-inbox";

/** What only reviewers load, all at once: whoever was one the last time waits for nothing of it. */
export function loadInbox(): void {
  // Whoever needs it later asks for it again, and says so where it fails.
  Promise.all([import("./Inbox"), import("@/lib/inbox/watch-inbox")]).catch(() => {});
}

/** Watches the Inbox with what only reviewers load: an employee's popup opens without the fold. Gives what ends it. */
export function startInbox(
  db: EarshotDatabase,
  reviewer: string | null,
  onList: (list: InboxList) => void,
  onError: (error: unknown) => void,
): () => void {
  let stop: (() => void) | null = null;
  let isOver = false;
  import("@/lib/inbox/watch-inbox").then(({ watchInbox }) => {
    if (!isOver) stop = watchInbox(db, { reviewer }, onList, onError);
  }, onError);
  return () => {
    isOver = true;
    stop?.();
  };
}
