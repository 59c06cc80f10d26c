import { useSyncExternalStore } from "react";

/** What a reviewer has just said is the same as another report: its own view goes with that, the way back must not. */
export interface LastJoin {
  eventId: string;
  reportId: string;
  /** What it was the same as before; null for nothing. */
  before: string | null;
  /** Title of the report that it is the same as now. */
  into: string;
}

let last: LastJoin | null = null;
const listeners = new Set<() => void>();

export function setLastJoin(join: LastJoin | null): void {
  last = join;
  for (const listener of listeners) listener();
}

export function useLastJoin(): LastJoin | null {
  return useSyncExternalStore(subscribe, () => last);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
