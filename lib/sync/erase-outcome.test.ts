import { describe, expect, it } from "vitest";
import type { Answer, Exchange } from "./collector-client";
import { eraseEffect } from "./erase-outcome";

const OLD = "11111111-1111-4111-8111-111111111111";
const NEW = "22222222-2222-4222-8222-222222222222";
/** Received in the history of before, and not erased yet. */
const THERE = { receivedAt: null, epoch: OLD };

const answer = (status: number, more: Partial<Answer> = {}): Exchange => ({
  kind: "answer",
  status,
  fromCollector: true,
  epoch: OLD,
  retryAfterMs: null,
  etag: null,
  type: "application/json",
  json: undefined,
  ...more,
});

const HOUR = 3_600_000;

describe("the outcome table of taking back", () => {
  it.each<[string, Exchange, ReturnType<typeof eraseEffect>["to"], object]>([
    ["204", answer(204), "gone", { kind: "settle" }],
    ["410: erased already", answer(410), "gone", { kind: "settle" }],
    ["202: a legal hold", answer(202), "held", { kind: "item-retry" }],
    ["404 in the same history", answer(404), "unknown", { kind: "item-retry" }],
    ["404 in another history", answer(404, { epoch: NEW }), "gone", { kind: "item-retry" }],
    ["404 without a history", answer(404, { epoch: null }), "unknown", { kind: "item-retry" }],
    ["no answer", { kind: "network" }, "again", { kind: "backoff", reason: "offline" }],
    ["204 of a proxy", answer(204, { fromCollector: false }), "again", { kind: "not-a-receipt" }],
    ["200 of a portal", answer(200, { fromCollector: false }), "again", { kind: "not-a-receipt" }],
    ["200", answer(200), "again", { kind: "not-a-receipt" }],
    ["202 of a proxy", answer(202, { fromCollector: false }), "again", { kind: "not-a-receipt" }],
    ["410 of a proxy", answer(410, { fromCollector: false }), "again", { kind: "not-a-receipt" }],
    [
      "404 of a proxy",
      answer(404, { fromCollector: false }),
      "again",
      { kind: "blocked", reason: "config", probeMs: 6 * HOUR },
    ],
    ["405: too old to erase", answer(405), "again", { kind: "blocked", reason: "config", probeMs: 6 * HOUR }],
    ["400", answer(400), "again", { kind: "blocked", reason: "config", probeMs: 6 * HOUR }],
    ["413", answer(413), "again", { kind: "blocked", reason: "config", probeMs: 6 * HOUR }],
    ["415", answer(415), "again", { kind: "blocked", reason: "config", probeMs: 6 * HOUR }],
    ["422", answer(422), "again", { kind: "blocked", reason: "config", probeMs: 6 * HOUR }],
    ["401", answer(401), "again", { kind: "blocked", reason: "auth", probeMs: HOUR }],
    ["403", answer(403), "again", { kind: "blocked", reason: "auth", probeMs: HOUR }],
    ["429", answer(429), "again", { kind: "slow-down" }],
    ["500", answer(500), "again", { kind: "backoff", reason: "busy" }],
    ["503", answer(503), "again", { kind: "backoff", reason: "busy" }],
  ])("%s", (_name, exchange, to, gate) => {
    expect(eraseEffect(exchange, THERE)).toEqual({ to, gate });
  });

  it.each([
    ["whose creation was refused, or is long ago", { receivedAt: null, epoch: null }],
    ["that was erased once", { receivedAt: 1, epoch: OLD }],
  ])("takes a 404 of a report %s for gone", (_name, item) => {
    expect(eraseEffect(answer(404), item).to).toBe("gone");
    expect(eraseEffect(answer(404, { fromCollector: false }), item).to).toBe("again");
  });
});
