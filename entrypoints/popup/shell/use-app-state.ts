import { useEffect, useState } from "react";
import { createAsker } from "@/lib/messaging/asker";
import { onPush, send } from "@/lib/messaging/client";
import type { AppState } from "@/lib/messaging/app-state";

export interface KnownState {
  /** null until the background has answered. */
  state: AppState | null;
  failed: boolean;
  /** Asks again: after each change in what waits or in the settings, and when the network comes or goes. */
  refresh: () => void;
}

export function askState(): Promise<AppState> {
  return send("popup.state", null);
}

/** `first`: what was asked for before anything was rendered. */
export function useAppState(first: Promise<AppState>): KnownState {
  const [state, setState] = useState<AppState | null>(null);
  const [failed, setFailed] = useState(false);
  const [{ take, refresh }] = useState(() =>
    createAsker(
      askState,
      (next) => {
        // One that says the same renders nothing.
        setState((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
        setFailed(false);
      },
      () => setFailed(true),
    ),
  );

  useEffect(() => {
    take(first);
    const stop = onPush("policy.changed", refresh);
    addEventListener("online", refresh);
    addEventListener("offline", refresh);
    return () => {
      stop();
      removeEventListener("online", refresh);
      removeEventListener("offline", refresh);
    };
  }, [first, take, refresh]);

  return { state, failed, refresh };
}
