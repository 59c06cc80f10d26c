import { useCallback, useEffect, useState } from "react";
import { send } from "@/lib/messaging/client";
import type { CollectorCheck } from "@/lib/sync/check-collector";

export interface Check {
  /** The last answer, also while it is asked anew; null where there is none, or the background itself gave none. */
  check: CollectorCheck | null;
  isAsking: boolean;
  ask: () => void;
}

/** Asks the collector when the page opens, whenever something else is in force (`since`), and on a press. */
export function useCheck(since: number): Check {
  const [presses, setPresses] = useState(0);
  const [answer, setAnswer] = useState<{ to: string; check: CollectorCheck | null } | null>(null);
  const question = `${since} ${presses}`;
  useEffect(() => {
    let isOver = false;
    const settle = (check: CollectorCheck | null) => {
      if (!isOver) setAnswer({ to: question, check });
    };
    send("settings.check", null).then(settle, () => settle(null));
    return () => {
      isOver = true;
    };
  }, [question]);
  const ask = useCallback(() => setPresses((before) => before + 1), []);
  return { check: answer?.check ?? null, isAsking: answer?.to !== question, ask };
}
