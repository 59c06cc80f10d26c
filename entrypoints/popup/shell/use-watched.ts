import { useEffect, useState } from "react";

export interface Watched<T> {
  /** null until the first value has come. */
  value: T | null;
  failed: boolean;
}

/** What a watcher of the database says, now and after each change. `start` must keep its identity between renders. */
export function useWatched<T>(
  start: (onValue: (value: T) => void, onError: (error: unknown) => void) => () => void,
): Watched<T> {
  const [watched, setWatched] = useState<Watched<T>>({ value: null, failed: false });
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
