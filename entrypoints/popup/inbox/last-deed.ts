import { useSyncExternalStore } from "react";

/** What a reviewer has just done with one press; what it was done to may be out of sight, the way back must not be. */
export interface LastDeed {
  /** In words, for the person. */
  said: string;
  /** What undoes it while nothing of it has left. */
  eventIds: readonly string[];
  /** Says the opposite where it has left already; without it, it is too late then. */
  revoke?: () => Promise<void>;
}

let last: LastDeed | null = null;
const listeners = new Set<() => void>();

export function setLastDeed(deed: LastDeed | null): void {
  last = deed;
  for (const listener of listeners) listener();
}

/** A join has a way back in the report that was joined to; what was done to many has this one only. */
export function forgetJoin(): void {
  if (last?.revoke) setLastDeed(null);
}

export function useLastDeed(): LastDeed | null {
  return useSyncExternalStore(subscribe, () => last);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
