import { isBusy, isUnavailable } from "../store/retry";
import type { Incoming } from "./accept";
import type { Written } from "./write-group";

/**
 * Group commit: requests that come in together share one transaction, so that the feed's row is taken once for up to
 * 400 events. One group of a process runs at a time; the next one gathers meanwhile.
 */
export interface GroupCommit {
  /** @throws QueueFull, or what the database threw: then nothing of these events was stored. */
  submit(events: readonly Incoming[]): Promise<Written>;
  /** Resolves when everything submitted so far is settled. */
  idle(): Promise<void>;
}

export interface GroupCommitDeps {
  write: (events: readonly Incoming[]) => Promise<Written>;
  sleep: (ms: number) => Promise<void>;
}

const GROUP_EVENTS = 400;
const GATHER_MS = 2;
/** About a minute's work; beyond it a client had better come again. */
const QUEUE_EVENTS = 20_000;

export class QueueFull extends Error {
  override name = "QueueFull";
}

interface Waiting {
  events: readonly Incoming[];
  resolve: (written: Written) => void;
  reject: (error: unknown) => void;
}

export function createGroupCommit({ write, sleep }: GroupCommitDeps): GroupCommit {
  let queue: Waiting[] = [];
  let queuedEvents = 0;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    await sleep(GATHER_MS);
    while (queue.length > 0) await settle(takeGroup());
    running = null;
  }

  function takeGroup(): Waiting[] {
    let size = 0;
    let count = 0;
    for (const { events } of queue) {
      if (count > 0 && size + events.length > GROUP_EVENTS) break;
      size += events.length;
      count += 1;
    }
    const group = queue.slice(0, count);
    queue = queue.slice(count);
    queuedEvents -= size;
    return group;
  }

  async function settle(group: Waiting[]): Promise<void> {
    try {
      const written = await write(group.flatMap(({ events }) => events));
      let from = 0;
      for (const { events, resolve } of group) {
        resolve({ ...written, results: written.results.slice(from, from + events.length) });
        from += events.length;
      }
    } catch (error) {
      if (group.length === 1 || isUnavailable(error) || isBusy(error)) for (const { reject } of group) reject(error);
      // One request must not fail its neighbours: each is tried by itself, and only the guilty one fails.
      else for (const one of group) await settle([one]);
    }
  }

  return {
    submit(events) {
      if (queuedEvents + events.length > QUEUE_EVENTS) return Promise.reject(new QueueFull());
      const settled = new Promise<Written>((resolve, reject) => queue.push({ events, resolve, reject }));
      queuedEvents += events.length;
      running ??= run();
      return settled;
    },
    idle: async () => {
      await running;
    },
  };
}
