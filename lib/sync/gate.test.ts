import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Gate } from "@/lib/database/kv-values";
import { backoffMs } from "./backoff";
import { batchLimit, type Happened, isClosed, nextGate, OPEN_GATE } from "./gate";
import { effectOf, type OutcomeKey } from "./outcome";
import { readRetryAfter } from "./retry-after";

const NOW = Date.parse("2026-03-10T10:00:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function after(gate: Gate, key: OutcomeKey, more: Partial<Happened> = {}): Gate {
  const effect = effectOf(key, "ingest");
  return nextGate(gate, { effect, now: NOW, fraction: 0.5, retryAfterMs: null, events: 50, usedGzip: false, ...more });
}

describe("nextGate", () => {
  it("waits a random part of 5 s doubled with each failure, and forgets it with a receipt", () => {
    let gate = after(OPEN_GATE, 500);
    expect(gate).toMatchObject({ reason: "busy", until: NOW + 2_500, failures: 1 });
    gate = after(gate, "network");
    expect(gate).toMatchObject({ reason: "offline", until: NOW + 5_000, failures: 2 });
    expect(after(gate, "receipt")).toMatchObject({ reason: null, until: 0, failures: 0 });
  });

  it("does as Retry-After says", () => {
    expect(after(OPEN_GATE, 503, { retryAfterMs: 90_000 }).until).toBe(NOW + 90_000);
    expect(after(OPEN_GATE, 429, { retryAfterMs: 0 }).until).toBe(NOW);
  });

  it("halves at 429 and grows by ten with each receipt", () => {
    let gate = after(OPEN_GATE, 429);
    expect(batchLimit(gate)).toBe(25);
    gate = after(gate, "receipt");
    expect(batchLimit(gate)).toBe(35);
    expect(batchLimit(after(after(gate, "receipt"), "receipt"))).toBe(50);
  });

  it("takes three answers that are no receipt for a captive portal, and then asks with one item", () => {
    let gate = after(after(OPEN_GATE, "not-a-receipt"), "not-a-receipt");
    expect(gate.reason).toBe("busy");
    gate = after(gate, "not-a-receipt");
    expect(gate).toMatchObject({ reason: "captive", until: NOW + 15 * MINUTE });
    expect(batchLimit(gate)).toBe(1);
    expect(after(after(gate, 500), "not-a-receipt").reason).toBe("busy");
  });

  it.each([
    [401, "auth", 60 * MINUTE],
    [404, "config", 6 * 60 * MINUTE],
    [410, "config", DAY],
  ] as const)("is blocked by %s", (key, reason, waitMs) => {
    const gate = after(OPEN_GATE, key);
    expect(gate).toMatchObject({ reason, until: NOW + waitMs });
    expect(batchLimit(gate)).toBe(1);
  });

  it("splits by what was sent, and waits for nothing", () => {
    expect(after(OPEN_GATE, 413, { events: 7 })).toMatchObject({ batchEvents: 3, until: 0 });
    expect(after(OPEN_GATE, 400, { events: 1 })).toMatchObject({ batchEvents: 1, until: 0 });
  });

  it("turns gzip off for a day at 415, and is blocked where there was none", () => {
    const off = after(OPEN_GATE, 415, { usedGzip: true });
    expect(off).toMatchObject({ gzipOffUntil: NOW + DAY, until: 0 });
    expect(after(off, 415)).toMatchObject({ reason: "config", until: NOW + 6 * 60 * MINUTE });
  });

  it("does not stay closed over a clock that jumps", () => {
    const gate = after(OPEN_GATE, 410);
    expect(isClosed(gate, NOW + 1)).toBe(true);
    expect(isClosed(gate, NOW - 2 * DAY)).toBe(false);
    expect(isClosed(gate, NOW + 730 * DAY)).toBe(false);
  });
});

describe("backoffMs", () => {
  it("is at least a second and at most an hour, whatever happens", () => {
    const fraction = fc.double({ min: 0, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 10_000 }), fraction, (failures, random) => {
        const wait = backoffMs(failures, random);
        expect(wait).toBeGreaterThanOrEqual(1_000);
        expect(wait).toBeLessThanOrEqual(60 * MINUTE);
      }),
    );
  });
});

describe("readRetryAfter", () => {
  it.each([
    ["120", 120_000],
    ["0", 0],
    ["Tue, 10 Mar 2026 10:01:00 GMT", MINUTE],
    ["Tue, 10 Mar 2026 09:00:00 GMT", 0],
    ["999999999", DAY],
    ["soon", null],
    ["", null],
    [null, null],
  ])("%j", (header, expected) => {
    expect(readRetryAfter(header, NOW)).toBe(expected);
  });
});
