import { describeError, type Log } from "../log";
import type { Db } from "../store/db";

/**
 * What is done once a night. A process that was away at that hour does it when it starts: a trial on a laptop is never
 * there at three in the morning, and has promised its periods all the same.
 */
export interface Night {
  start(): void;
  /** Resolves when nothing of it runs any more. What runs looks at `isOver` between its steps. */
  stop(): Promise<void>;
}

export interface NightDeps {
  db: Db;
  org: string;
  /** "03:00", in local time. */
  at: string;
  now: () => Date;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Log;
  /** One after the other; one that fails does not keep the next from its turn. */
  tasks: Record<string, (isOver: () => boolean) => Promise<void>>;
}

const HOUR_MS = 3_600_000;
/** Two nights are 25 h apart where the clocks are put back. */
const MISSED_MS = 26 * HOUR_MS;
/** Of processes beside each other on one database the others find that it is done; if not, twice does no harm. */
const DONE_MS = 12 * HOUR_MS;

export function createNight({ db, org, at, now, sleep, log, tasks }: NightDeps): Night {
  const over = new AbortController();
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    await workAfter(MISSED_MS);
    while (!over.signal.aborted) {
      await sleep(msUntil(at, now()), over.signal).catch(() => {});
      await workAfter(DONE_MS);
    }
  }

  async function workAfter(leastMs: number): Promise<void> {
    if (over.signal.aborted) return;
    try {
      const last = await lastNight(db, org);
      // On the first start there is nothing old.
      if (last === null) await noteNight(db, org, now());
      else if (now().getTime() - last >= leastMs) await work();
    } catch (error) {
      log.error("the nightly work failed", describeError(error));
    }
  }

  async function work(): Promise<void> {
    for (const [name, task] of Object.entries(tasks)) {
      if (over.signal.aborted) return;
      try {
        await task(() => over.signal.aborted);
      } catch (error) {
        log.error(`the nightly ${name} failed`, describeError(error));
      }
    }
    if (!over.signal.aborted) await noteNight(db, org, now());
  }

  return {
    start() {
      running ??= run();
    },
    async stop() {
      over.abort();
      await running;
    },
  };
}

/** Milliseconds to the next time that the clock on the wall shows `at`. At least one: the night that is over is over. */
export function msUntil(at: string, now: Date): number {
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  const next = new Date(now);
  next.setHours(hours, minutes, 0, 0);
  if (next <= now) next.setDate(next.getDate() + 1);
  return Math.max(1, next.getTime() - now.getTime());
}

/** Milliseconds since 1970; null where there was none. */
async function lastNight(db: Db, org: string): Promise<number | null> {
  const [row] = await db.query<{ at: string | null }>("select settings->>'nightAt' as at from org where id = $1", [
    org,
  ]);
  return row?.at ? Date.parse(row.at) : null;
}

async function noteNight(db: Db, org: string, at: Date): Promise<void> {
  await db.query("update org set settings = settings || jsonb_build_object('nightAt', $2::text) where id = $1", [
    org,
    at.toISOString(),
  ]);
}
