const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const known = new Set<() => void>();

/**
 * Has `undo` done when this process ends, also where somebody ends the run by hand and no hook of a test comes to it.
 * "exit" alone is not enough: a process that a signal ends by default never emits it. Only SIGKILL leaves something
 * behind, which the next run takes away (left-over-policy.ts).
 */
export function putBackAtEnd(undo: () => void): void {
  if (known.has(undo)) return;
  known.add(undo);
  process.once("exit", undo);
  for (const signal of SIGNALS) {
    const heard = () => {
      undo();
      // Whoever else listens (a worker of Playwright does) ends the process in their own way.
      if (process.listenerCount(signal) > 1) return;
      process.off(signal, heard);
      process.kill(process.pid, signal);
    };
    process.on(signal, heard);
  }
}
