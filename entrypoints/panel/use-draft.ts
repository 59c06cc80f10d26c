import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "@/lib/database/rows";
import { send } from "@/lib/messaging/client";
import { EMPTY_FORM, fromDraft, toDraft } from "./form-state";

/** Milliseconds: a pause while typing. */
const PAUSE_MS = 250;
/** What the background has where it has no draft. */
const NOTHING = JSON.stringify(toDraft("", EMPTY_FORM));

/** What the page has to say last and what is known to be kept; outlives React, which may not outlive the extension. */
let said = NOTHING;
let known = NOTHING;

/** All that was written here is kept, or was sent. */
export function isAllKept(): boolean {
  return said === known;
}

/**
 * Hands the draft to the background on every pause and whenever the page might go: this frame can be removed at any
 * moment and keeps nothing itself. `stored` is what the background gave when the panel opened. `flush` says what is not
 * said yet, and settles with whether all is kept; `isLost` while the last try was in vain. No draft (null): nothing is
 * open, or the report has taken its place.
 */
export function useDraft(
  session: string | null,
  draft: Draft | null,
  stored: Draft | null,
): { flush(): Promise<boolean>; isLost: boolean } {
  const text = draft === null ? null : JSON.stringify(draft);
  const latest = useRef<{ session: string; draft: Draft; text: string } | null>(null);
  const kept = useRef(NOTHING);
  const [isLost, setLost] = useState(false);

  const flush = useCallback(async () => {
    const now = latest.current;
    if (now === null || now.text === kept.current) return true;
    const before = kept.current;
    kept.current = now.text;
    try {
      await send("panel.draft", { session: now.session, draft: now.draft });
      known = now.text;
      setLost(false);
      return true;
    } catch {
      // The next pause tries again.
      kept.current = before;
      setLost(true);
      return false;
    }
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
      return undefined;
    }
    latest.current = { session, draft, text };
    said = text;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [session, draft, text, flush]);

  useEffect(() => {
    const now = () => void flush();
    addEventListener("pagehide", now);
    addEventListener("blur", now);
    document.addEventListener("visibilitychange", now);
    return () => {
      removeEventListener("pagehide", now);
      removeEventListener("blur", now);
      document.removeEventListener("visibilitychange", now);
    };
  }, [flush]);

  return { flush, isLost };
}
