import { expect, it } from "vitest";
import type { Answer } from "./collector-client";
import { pictureEffect } from "./picture-outcome";

const HOUR = 3_600_000;
const answer = (status: number, more: Partial<Answer> = {}): Answer => ({
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
const unwanted = { json: { type: "urn:earshot:problem:blob-not-wanted", title: "Not wanted" } };
const portal = { fromCollector: false };
const busy = { kind: "backoff", reason: "busy" };
const auth = { kind: "blocked", reason: "auth", probeMs: HOUR };
const config = { kind: "blocked", reason: "config", probeMs: 6 * HOUR };
const spoken = { kind: "item-retry" };
const noReceipt = { kind: "not-a-receipt" };

it.each([
  ["201", answer(201), "stored", { kind: "settle" }],
  ["200", answer(200), "stored", { kind: "settle" }],
  ["a portal's 200", answer(200, portal), "wanted", noReceipt],
  ["204", answer(204), "wanted", noReceipt],
  ["not wanted", answer(404, unwanted), "queued", spoken],
  ["not wanted, by a portal", answer(404, { ...unwanted, ...portal }), "wanted", config],
  ["no such path", answer(404), "wanted", config],
  ["405", answer(405), "wanted", config],
  ["400", answer(400), "wanted", config],
  ["413", answer(413), "dead", spoken],
  ["415", answer(415), "dead", spoken],
  ["422", answer(422), "dead", spoken],
  ["a proxy's 413", answer(413, portal), "wanted", noReceipt],
  ["401", answer(401), "wanted", auth],
  ["403", answer(403), "wanted", auth],
  ["429", answer(429), "wanted", { kind: "slow-down" }],
  ["503", answer(503), "wanted", busy],
  ["507", answer(507), "wanted", busy],
  ["no answer", { kind: "network" } as const, "wanted", { kind: "backoff", reason: "offline" }],
])("%s", (_name, exchange, to, gate) => {
  expect(pictureEffect(exchange)).toEqual({ to, gate });
});
