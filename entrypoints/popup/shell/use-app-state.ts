import { useCallback, useEffect, useRef, useState } from "react";
import { send } from "@/lib/messaging/client";
import type { AppState } from "@/lib/messaging/messages";

export interface KnownState {
  /** null until the background has answered. */
  state: AppState | null;
  failed: boolean;
  /** Asks again: after each change in what waits, and when the network comes or goes. */
  refresh: () => void;
}

export function askState(): Promise<AppState> {
  return send("popup.state", null);
}

/** `first`: what was asked for before anything was rendered. */
export function useAppState(first: Promise<AppState>): KnownState {
  const [state, setState] = useState<AppState | null>(null);
  const [failed, setFailed] = useState(false);
  // However often it is wanted while the background is asked, it is asked once more.
  const asked = useRef({ isWaiting: false, again: false });

  const take = useCallback((answer: Promise<AppState>) => {
    asked.current = { isWaiting: true, again: false };
    const end = () => {
      const { again } = asked.current;
      asked.current = { isWaiting: false, again: false };
      if (again) take(askState());
    };
    answer.then(
      (next) => {
        // One that says the same renders nothing.
        setState((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
        setFailed(false);
        end();
      },
      () => {
        setFailed(true);
        end();
      },
    );
  }, []);

  const refresh = useCallback(() => {
    if (asked.current.isWaiting) asked.current.again = true;
    else take(askState());
  }, [take]);

  useEffect(() => {
    take(first);
    // Pulls what is new; where that fails the state says why.
    send("popup.refresh", null).then(refresh, () => {});
    addEventListener("online", refresh);
    addEventListener("offline", refresh);
    return () => {
      removeEventListener("online", refresh);
      removeEventListener("offline", refresh);
    };
  }, [first, take, refresh]);

  return { state, failed, refresh };
}
