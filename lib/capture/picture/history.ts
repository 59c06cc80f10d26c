/** Steps that can be taken back and taken again. */
export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
}

/** More than anybody takes back one by one. */
const MOST_STEPS = 200;

export function begin<T>(now: T): History<T> {
  return { past: [], now, future: [] };
}

/** A new step ends what could have been taken again; the same value is no step. */
export function step<T>(history: History<T>, now: T): History<T> {
  if (now === history.now) return history;
  return { past: [...history.past, history.now].slice(-MOST_STEPS), now, future: [] };
}

export function undo<T>({ past, now, future }: History<T>): History<T> {
  const last = past.at(-1);
  return last === undefined ? { past, now, future } : { past: past.slice(0, -1), now: last, future: [now, ...future] };
}

export function redo<T>({ past, now, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  return next === undefined ? { past, now, future } : { past: [...past, now], now: next, future: rest };
}
