import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { LONGEST_DELAY_MS } from "@/lib/outbox/due";
import type { Clock } from "@/lib/platform/clock";

/** Less is no matter where hours and days are told, and a slow network would make some of it up. */
const AGREES_MS = 5 * 60_000;
/** Not written anew for less. */
const STEP_MS = 60_000;

/**
 * Notes how wrong this computer's clock is. What others have said has the collector's times: how long ago that was
 * would else be as wrong as the clock.
 */
export function createClockWatch(db: EarshotDatabase, clock: Clock) {
  return async function onTime(atMs: number): Promise<void> {
    const before = (await readKv(db, "clockOff")) ?? 0;
    const off = clockOffMs(before, atMs - clock.now());
    if (off === before) return;
    if (off === 0) await db.kv.delete("clockOff");
    else await writeKv(db, "clockOff", off);
  };
}

/** What to go by from now on; pure. `measured` is the collector's clock less ours. */
export function clockOffMs(before: number, measured: number): number {
  if (Math.abs(measured) < AGREES_MS) return 0;
  return Math.abs(measured - before) < STEP_MS ? before : measured;
}

/** Whether it is time to ask for changes; a time beyond every interval was set by a clock that ran ahead. */
export function isPollTime(nextAt: number, now: number): boolean {
  return nextAt <= now || nextAt > now + LONGEST_DELAY_MS;
}
