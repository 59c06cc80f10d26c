import { liveQuery } from "dexie";

/**
 * Runs a query now and after every change of what it read, in this context or another of the extension's. Gives the
 * function that ends it. `query` must wait for nothing but the database.
 */
export function watch<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  // Async itself: of any other function Dexie watches only what it reads before its first `await`.
  const subscription = liveQuery(async () => query()).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}
