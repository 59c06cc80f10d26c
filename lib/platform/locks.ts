/**
 * Web Locks, shared by all contexts of the extension. They spare work; what keeps items safe is the lease in the
 * database, so everything must stay right where they are missing.
 */
export interface Locks {
  /** Runs `work` if nobody holds the lock, else gives null at once. */
  ifFree<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  /** Holds a lock until this context ends. */
  holdForLife(name: string): void;
  /** The names of all locks held now, or null where the browser cannot tell. */
  held(): Promise<Set<string> | null>;
}

export const systemLocks: Locks = {
  ifFree: (name, work) =>
    navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock ? await work() : null)),
  holdForLife(name) {
    void navigator.locks.request(name, () => new Promise<never>(() => {}));
  },
  async held() {
    const { held } = await navigator.locks.query();
    return held ? new Set(held.map((lock) => lock.name ?? "")) : null;
  },
};
