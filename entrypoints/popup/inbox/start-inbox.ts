import type { EarshotDatabase } from "@/lib/database/open";
import { readFirstRows } from "@/lib/inbox/first-rows";
import type { InboxList } from "@/lib/inbox/watch-inbox";
import { inboxPart, undoPart } from "../parts";

/** The first rows, asked for before it is known whose popup this is: they are shown only to a reviewer. */
let first: InboxList | null = null;

/**
 * What only reviewers load, all at once: whoever was one the last time waits for nothing of it. Settles when the first
 * screen can be drawn. Whoever needs what failed asks for it again later, and says so where it fails.
 */
export async function loadInbox(db: EarshotDatabase): Promise<void> {
  const rows = (globalThis.earshotRows ?? Promise.resolve(null)).then((early) => early ?? readFirstRows(db));
  await Promise.allSettled([inboxPart.ahead(), undoPart.ahead(), takeFirst(rows)]);
}

async function takeFirst(rows: ReturnType<typeof readFirstRows>): Promise<void> {
  const [{ firstList }, read] = await Promise.all([import("./desk"), rows]);
  first = firstList(read);
}

/** What can be shown before anything is watched; null where that is nothing. */
export function firstInbox(): InboxList | null {
  return first;
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
  import("./desk").then(({ watchInbox }) => {
    if (isOver) return;
    stop = watchInbox(db, { reviewer, first }, onList, onError);
    // Only what opens first: later they would be old.
    first = null;
  }, onError);
  return () => {
    isOver = true;
    stop?.();
  };
}
