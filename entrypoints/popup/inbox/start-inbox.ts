import type { EarshotDatabase } from "@/lib/database/open";
import type { InboxList } from "@/lib/inbox/watch-inbox";
import { inboxPart } from "../parts";

/** The first rows, asked for before it is known whose popup this is: they are shown only to a reviewer. */
let ahead: ReturnType<typeof readAhead> | null = null;

async function readAhead(db: EarshotDatabase) {
  const { readFirst } = await import("@/lib/inbox/watch-inbox");
  return readFirst(db);
}

/**
 * What only reviewers load, all at once: whoever was one the last time waits for nothing of it. Settles when the screen
 * can be drawn. Whoever needs what failed asks for it again later, and says so where it fails.
 */
export function loadInbox(db: EarshotDatabase): Promise<void> {
  ahead = readAhead(db);
  ahead.catch(() => {
    ahead = null;
  });
  return inboxPart.ahead().catch(() => {});
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
    if (isOver) return;
    stop = watchInbox(db, { reviewer, first: ahead }, onList, onError);
    // Only what opens first: later they would be old.
    ahead = null;
  }, onError);
  return () => {
    isOver = true;
    stop?.();
  };
}
