import { useEffect, useEffectEvent } from "react";
import { isOrphan, leaveOrphan } from "./session";

/** Milliseconds. Nothing tells a page that its extension was updated or removed; looking costs nothing and wakes nobody. */
const LOOK_MS = 1000;

/** Takes a panel down whose extension was updated or removed under it, as soon as all of its words are kept. */
export function useOrphan(flush: () => Promise<boolean>): void {
  const look = useEffectEvent(async () => {
    if (isOrphan() && (await flush())) leaveOrphan();
  });
  useEffect(() => {
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
}
