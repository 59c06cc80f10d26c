/** Milliseconds since the epoch, by the computer's clock: it may jump. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A timer that lives as long as the worker does. `set` gives the function that takes it back. */
export interface Timers {
  set(callback: () => void, delayMs: number): () => void;
}

export const systemTimers: Timers = {
  set(callback, delayMs) {
    const id = setTimeout(callback, delayMs);
    return () => clearTimeout(id);
  },
};
