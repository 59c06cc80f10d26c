import { useEffect, useMemo, useRef } from "react";
import type { Draft } from "@/lib/database/rows";
import { send } from "@/lib/messaging/client";

/** Milliseconds: a pause while typing. */
const PAUSE_MS = 250;

/**
 * Hands the draft to the background on every pause and whenever the page might go: this frame can be removed at any
 * moment and keeps nothing itself. `flush` says what is not said yet, and settles when it is kept.
 */
export function useDraft(session: string | null, draft: Draft | null): { flush(): Promise<void> } {
  const text = useMemo(() => (draft === null ? null : JSON.stringify(draft)), [draft]);
  const latest = useRef({ session, draft, text });
  latest.current = { session, draft, text };
  const kept = useRef<string | null>(null);

  const flush = useRef(async () => {
    const now = latest.current;
    if (now.session === null || now.draft === null || now.text === kept.current) return;
    kept.current = now.text;
    await send("panel.draft", { session: now.session, draft: now.draft }).catch(() => {
      kept.current = null;
    });
  }).current;

  useEffect(() => {
    if (text === null) return undefined;
    // What was there at the beginning is kept already.
    if (kept.current === null) kept.current = text;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, flush]);

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

  return { flush };
}
