import { describe, expect, it } from "vitest";
import type { Exchange } from "./collector-client";
import { effectOf, outcomeKey } from "./outcome";

const RECEIPT = { epoch: "11111111-1111-4111-8111-111111111111", head: "1", results: [] };
const answer = (status: number, more: Partial<Exchange> = {}): Exchange => ({
  kind: "answer",
  status,
  fromCollector: true,
  epoch: null,
  retryAfterMs: null,
  etag: null,
  type: "application/json",
  json: undefined,
  ...more,
});

describe("a valid receipt", () => {
  it.each<[string, Exchange, string]>([
    ["all four signs", answer(200, { json: RECEIPT }), "receipt"],
    ["without the protocol's header", answer(200, { json: RECEIPT, fromCollector: false }), "not-a-receipt"],
    ["202", answer(202, { json: RECEIPT }), "not-a-receipt"],
    ["no JSON", answer(200), "not-a-receipt"],
    ["another shape", answer(200, { json: { ok: true } }), "not-a-receipt"],
    ["204", answer(204), "not-a-receipt"],
    ["no answer", { kind: "network" }, "network"],
    ["a portal's 400", answer(400, { fromCollector: false }), "not-a-receipt"],
  ])("%s", (_name, exchange, key) => {
    expect(outcomeKey(exchange)).toBe(key);
  });
});

describe("the outcome table", () => {
  const HOUR = 3_600_000;
  const auth = { kind: "blocked", reason: "auth", probeMs: HOUR };
  const config = { kind: "blocked", reason: "config", probeMs: 6 * HOUR };
  const busy = { kind: "backoff", reason: "busy" };

  it.each([
    ["receipt", { kind: "settle" }],
    ["network", { kind: "backoff", reason: "offline" }],
    [408, busy],
    [425, busy],
    [500, busy],
    [502, busy],
    [503, busy],
    [504, busy],
    [507, busy],
    [429, { kind: "slow-down" }],
    ["not-a-receipt", { kind: "not-a-receipt" }],
    [401, auth],
    [403, auth],
    [404, config],
    [405, config],
    [418, config],
    [410, { ...config, probeMs: 24 * HOUR }],
    [413, { kind: "split", slug: "too-large" }],
    [415, { kind: "gzip-off", probeMs: 6 * HOUR }],
    [400, { kind: "split", slug: "invalid-event" }],
    [422, { kind: "split", slug: "invalid-event" }],
  ] as const)("%s", (key, effect) => {
    expect(effectOf(key, "ingest")).toEqual(effect);
  });

  it("takes a thread's 404 and 410 for that report alone", () => {
    expect(effectOf(404, "thread")).toEqual({ kind: "item-retry" });
    expect(effectOf(410, "thread")).toEqual({ kind: "item-dead", slug: "subject-erased" });
  });
});
