import { useCallback, useEffect, useState } from "react";
import { send } from "@/lib/messaging/client";
import type { AppState } from "@/lib/messaging/messages";

export interface KnownState {
  /** null until the background has answered. */
  state: AppState | null;
  failed: boolean;
  /** Asks again: after each change in what waits, and when the network comes or goes. */
  refresh: () => void;
}

export function useAppState(): KnownState {
  const [state, setState] = useState<AppState | null>(null);
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(() => {
    send("popup.state", null).then(
      (next) => {
        setState(next);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, []);

  useEffect(() => {
    refresh();
    // Pulls what is new; where that fails the state says why.
    send("popup.refresh", null).then(refresh, () => {});
    addEventListener("online", refresh);
    addEventListener("offline", refresh);
    return () => {
      removeEventListener("online", refresh);
      removeEventListener("offline", refresh);
    };
  }, [refresh]);

  return { state, failed, refresh };
}
