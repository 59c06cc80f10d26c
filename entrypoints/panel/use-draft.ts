import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "@/lib/database/rows";
import { send } from "@/lib/messaging/client";
import { EMPTY_FORM, fromDraft, toDraft } from "./form-state";

/** What the background has where it has no draft. */
const NOTHING = JSON.stringify(toDraft("", EMPTY_FORM));

/** `gone`: the background does not know this panel any more; `not-kept`: it could not store it just now. */
type Lost = "gone" | "not-kept";

/** What the page has to say last and what is known to be kept; outlives React, which may not outlive the extension. */
let said = NOTHING;
let known = NOTHING;

/** All that was written here is kept, or was sent. */
export function isAllKept(): boolean {
  return said === known;
}

/**
 * Hands the draft to the background with every change, one at a time: while one is on its way the next waits, and only
 * the newest of those that waited goes. This frame can be removed at any moment and keeps nothing itself; who types
 * without a pause would lose it all if it were handed over only in pauses. `stored` is what the background gave when the
 * panel opened. `flush` settles with whether all is kept; `lost` says why the last try was in vain. No draft (null):
 * nothing is open, or the report has taken its place.
 */
export function useDraft(
  session: string | null,
  draft: Draft | null,
  stored: Draft | null,
): { flush(): Promise<boolean>; lost: Lost | null } {
  const text = draft === null ? null : JSON.stringify(draft);
  const latest = useRef<{ session: string; draft: Draft; text: string } | null>(null);
  const kept = useRef(NOTHING);
  const running = useRef<Promise<boolean> | null>(null);
  const [lost, setLost] = useState<Lost | null>(null);

  const flush = useCallback(() => {
    async function hand(): Promise<boolean> {
      for (let now = latest.current; now !== null && now.text !== kept.current; now = latest.current) {
        try {
          const { kept: isKept } = await send("panel.draft", { session: now.session, draft: now.draft });
          if (!isKept) return (setLost("not-kept"), false);
        } catch {
          // The next change tries again.
          setLost("gone");
          return false;
        }
        known = now.text;
        // Where the report has taken its place meanwhile, the background has none.
        if (latest.current !== null) kept.current = now.text;
        setLost(null);
      }
      return true;
    }
    running.current ??= hand().finally(() => {
      running.current = null;
    });
    return running.current;
  }, []);

  useEffect(() => {
    // Known, so that clearing it at once is told: an old draft must not come back.
    if (stored) kept.current = known = JSON.stringify(toDraft(stored.words, fromDraft(stored)));
  }, [stored]);

  useEffect(() => {
    if (session === null || draft === null || text === null) {
      latest.current = null;
      said = known;
      // The draft went with the report; where that is undone, it is to be kept anew.
      kept.current = NOTHING;
      return;
    }
    latest.current = { session, draft, text };
    said = text;
    void flush();
  }, [session, draft, text, flush]);

  return { flush, lost };
}
