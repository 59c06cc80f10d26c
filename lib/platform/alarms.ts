import { browser } from "wxt/browser";

/** Chromium promises alarms of 30 s and more; they wake the worker, which timers cannot. */
const SHORTEST_ALARM_MS = 30_000;

export interface Alarms {
  /** Rings once, not before `delayMs` (at least `SHORTEST_ALARM_MS`); replaces an earlier one of that name. */
  set(name: string, delayMs: number): void;
  clear(name: string): void;
}

export const systemAlarms: Alarms = {
  set(name, delayMs) {
    void browser.alarms.create(name, { when: Date.now() + Math.max(delayMs, SHORTEST_ALARM_MS) });
  },
  clear(name) {
    void browser.alarms.clear(name);
  },
};
