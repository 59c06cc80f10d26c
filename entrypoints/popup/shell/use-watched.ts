import { useEffect, useState } from "react";

export interface Watched<T> {
  /** null until the first value has come. */
  value: T | null;
  failed: boolean;
}

/**
 * What a watcher of the database says, now and after each change. `start` must keep its identity between renders; `first`
 * is what is known before it says anything.
 */
export function useWatched<T>(
  start: (onValue: (value: T) => void, onError: (error: unknown) => void) => () => void,
  first: T | null = null,
): Watched<T> {
  const [watched, setWatched] = useState<Watched<T>>({ value: first, failed: false });
  useEffect(
    () =>
      start(
        (value) => setWatched({ value, failed: false }),
        () => setWatched((before) => ({ ...before, failed: true })),
      ),
    [start],
  );
  return watched;
}
