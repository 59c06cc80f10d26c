/**
 * Long polling. Whoever waits for the feed to move waits here; the head is asked for once a second for all of them
 * together, and not at all while nobody waits.
 */
export interface HeadWatch {
  /** Resolves once the head has passed `head`, at `deadlineMs` of the clock, when aborted or when the watch closes. */
  past(head: bigint, deadlineMs: number, signal: AbortSignal): Promise<void>;
  /** Ends all waiting, now and from now on: the process shuts down. */
  close(): void;
}

export interface HeadWatchDeps {
  readHead: () => Promise<bigint>;
  nowMs: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Milliseconds from one look to the next. */
  everyMs?: number;
}

interface Waiter {
  head: bigint;
  deadlineMs: number;
  done: () => void;
}

export function createHeadWatch({ readHead, nowMs, sleep, everyMs = 1000 }: HeadWatchDeps): HeadWatch {
  const waiters = new Set<Waiter>();
  let looking = false;
  let closed = false;

  async function look(): Promise<void> {
    looking = true;
    while (waiters.size > 0) {
      await sleep(everyMs);
      // A database that does not answer now is asked again; the waiters' own requests will say what is wrong.
      const head = await readHead().catch(() => -1n);
      for (const waiter of waiters) {
        if (head > waiter.head || nowMs() >= waiter.deadlineMs) waiter.done();
      }
    }
    looking = false;
  }

  return {
    past(head, deadlineMs, signal) {
      if (closed || signal.aborted || nowMs() >= deadlineMs) return Promise.resolve();
      return new Promise((resolve) => {
        const waiter: Waiter = {
          head,
          deadlineMs,
          done: () => {
            waiters.delete(waiter);
            signal.removeEventListener("abort", waiter.done);
            resolve();
          },
        };
        waiters.add(waiter);
        signal.addEventListener("abort", waiter.done);
        if (!looking) void look();
      });
    },
    close() {
      closed = true;
      for (const waiter of waiters) waiter.done();
    },
  };
}
