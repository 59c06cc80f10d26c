import { IDBKeyRange, indexedDB } from "fake-indexeddb";
import { EarshotDatabase } from "@/lib/database/open";
import type { Clock, Timers } from "@/lib/platform/clock";
import { systemIds } from "@/lib/platform/ids";
import type { Random } from "@/lib/platform/random";

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  at: number;
  move(ms: number): void;
}

export function fakeClock(at = Date.parse("2026-03-10T10:40:30.500Z")): FakeClock {
  return {
    at,
    now() {
      return this.at;
    },
    move(ms) {
      this.at += ms;
    },
  };
}

/** Randomness from a seed (mulberry32), so that a failing run can be run again. */
export function seededRandom(seed: number): Random {
  let state = seed;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { fraction, bytes: (length) => Uint8Array.from({ length }, () => Math.floor(fraction() * 256)) };
}

/** Timers that ring only when a test says so. */
export function fakeTimers(): Timers & { pending: { callback: () => void; delayMs: number }[] } {
  const pending: { callback: () => void; delayMs: number }[] = [];
  return {
    pending,
    set(callback, delayMs) {
      const entry = { callback, delayMs };
      pending.push(entry);
      return () => {
        if (pending.includes(entry)) pending.splice(pending.indexOf(entry), 1);
      };
    },
  };
}

let databases = 0;

/** A database of its own for each test, in memory. */
export function freshDatabase(): EarshotDatabase {
  databases += 1;
  return new EarshotDatabase(`test-${databases}`, { indexedDB, IDBKeyRange });
}

const silentLog = { info() {}, warn() {}, error() {} };

/** What goes without a name waits up to ten minutes, as where policy says nothing of it. */
export function worldDeps(seed = 1) {
  const clock = fakeClock();
  return { clock, ids: systemIds, random: seededRandom(seed), log: silentLog, anonymousMs: () => 600_000 };
}
