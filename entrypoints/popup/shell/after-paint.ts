/** A page that nobody looks at paints nothing. */
const UNSEEN_MS = 100;

/**
 * Starts something once what has just been rendered is painted: what it takes the computer then holds nothing back. Gives
 * what ends it.
 */
export function afterPaint(start: () => (() => void) | void): () => void {
  let stop: (() => void) | void;
  let isDue = true;
  const run = () => {
    if (!isDue) return;
    isDue = false;
    stop = start();
  };
  // The frame's own script runs before it is painted, a task after that.
  requestAnimationFrame(() => setTimeout(run));
  const timer = setTimeout(run, UNSEEN_MS);
  return () => {
    isDue = false;
    clearTimeout(timer);
    stop?.();
  };
}
