import { useEffect, useState } from "react";
import { createAsker } from "@/lib/messaging/asker";
import { onPush } from "@/lib/messaging/client";
import type { AppState } from "@/lib/messaging/app-state";
import { askState, rememberState, type ShownFirst } from "./known-state";

export interface KnownState {
  /** null until the background has answered, where nothing is remembered. */
  state: AppState | null;
  failed: boolean;
  /** Asks again: after each change in what waits or in the settings, and when the network comes or goes. */
  refresh: () => void;
}

/** `first`: what was asked for before anything was rendered. */
export function useAppState({ known, asked, remembered }: ShownFirst): KnownState {
  const [state, setState] = useState<AppState | null>(known);
  const [failed, setFailed] = useState(false);
  const [{ take, refresh }] = useState(() =>
    createAsker(
      askState,
      (next) => {
        // One that says the same renders nothing.
        setState((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
        setFailed(false);
        rememberState(next);
      },
      () => setFailed(true),
    ),
  );

  useEffect(() => {
    remembered.then(
      (last) => setState((before) => before ?? last),
      () => {},
    );
    take(asked);
    const stop = onPush("policy.changed", refresh);
    addEventListener("online", refresh);
    addEventListener("offline", refresh);
    return () => {
      stop();
      removeEventListener("online", refresh);
      removeEventListener("offline", refresh);
    };
  }, [asked, remembered, take, refresh]);

  return { state, failed, refresh };
}
