import type { Gate } from "@/lib/database/kv-values";
import { jumped } from "@/lib/outbox/due";
import { DELAY_DIVISOR } from "@/lib/platform/build";
import { LIMITS } from "@/lib/protocol/limits";
import { backoffMs } from "./backoff";
import type { Effect } from "./outcome";

const CAPTIVE_AFTER = 3;
const CAPTIVE_PROBE_MS = 15 * 60_000;
const GZIP_OFF_MS = 24 * 3_600_000;
const BATCH_STEP = 10;

export const OPEN_GATE: Gate = {
  reason: null,
  until: 0,
  setAt: 0,
  failures: 0,
  notReceipts: 0,
  batchEvents: LIMITS.clientBatchEvents,
  gzipOffUntil: 0,
};

export function isClosed(gate: Gate, now: number): boolean {
  return gate.until > now && !jumped(gate.until, gate.setAt, now);
}

/** How many events may go at once: one only where it asks whether somebody has changed something. */
export function batchLimit(gate: Gate): number {
  const isProbe = gate.reason === "auth" || gate.reason === "config" || gate.reason === "captive";
  return isProbe ? 1 : gate.batchEvents;
}

export interface Happened {
  effect: Effect;
  now: number;
  /** Random, from 0 up to 1. */
  fraction: number;
  retryAfterMs: number | null;
  /** How many events the request carried. */
  events: number;
  usedGzip: boolean;
}

/** The gate after a request; pure. */
export function nextGate(gate: Gate, happened: Happened): Gate {
  const { effect, now, retryAfterMs, events } = happened;
  const failed: Gate = { ...gate, setAt: now, failures: gate.failures + 1, notReceipts: 0 };
  const later = now + (retryAfterMs ?? backoffMs(gate.failures, happened.fraction));
  switch (effect.kind) {
    case "settle":
      return {
        ...OPEN_GATE,
        batchEvents: Math.min(LIMITS.clientBatchEvents, gate.batchEvents + BATCH_STEP),
        gzipOffUntil: gate.gzipOffUntil,
      };
    case "backoff":
      return { ...failed, reason: effect.reason, until: later };
    case "slow-down":
      return { ...failed, reason: "busy", until: later, batchEvents: half(gate.batchEvents) };
    case "not-a-receipt": {
      const notReceipts = gate.notReceipts + 1;
      const isCaptive = notReceipts >= CAPTIVE_AFTER;
      const until = isCaptive ? now + CAPTIVE_PROBE_MS / DELAY_DIVISOR : later;
      return { ...failed, notReceipts, reason: isCaptive ? "captive" : "busy", until };
    }
    case "blocked":
      return { ...failed, reason: effect.reason, until: now + effect.probeMs / DELAY_DIVISOR };
    case "split":
      return { ...gate, reason: null, until: 0, batchEvents: half(events) };
    case "gzip-off":
      return happened.usedGzip
        ? { ...gate, gzipOffUntil: now + GZIP_OFF_MS }
        : { ...failed, reason: "config", until: now + effect.probeMs / DELAY_DIVISOR };
    case "item-retry":
    case "item-dead":
      // The collector has spoken, about one report: the way to it is open.
      return { ...gate, reason: null, until: 0, failures: 0, notReceipts: 0 };
    default:
      return effect satisfies never;
  }
}

function half(events: number): number {
  return Math.max(1, Math.floor(events / 2));
}
