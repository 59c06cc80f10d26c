import type { EventRoute } from "@/lib/database/rows";
import { type Receipt, receiptSchema } from "@/lib/protocol/receipt";
import type { Exchange } from "./collector-client";

/** What a request's outcome does to its items and to the gate of its endpoint and route. */
export type Effect =
  /** Item by item, as the receipt says; the gate opens. */
  | { kind: "settle" }
  /** Nothing is known to be stored: again after a growing random delay, or when the collector says. */
  | { kind: "backoff"; reason: "offline" | "busy" }
  /** As `backoff`, and fewer at a time. */
  | { kind: "slow-down" }
  /** Success that no collector has spoken: three in a row mean a captive portal. */
  | { kind: "not-a-receipt" }
  /** Somebody has to change something first; one item asks from time to time whether they did. */
  | { kind: "blocked"; reason: "auth" | "config"; probeMs: number }
  /** Half as many at once; a single item is ended with this slug. */
  | { kind: "split"; slug: "too-large" | "invalid-event" }
  /** The same again without gzip; where there was none, `blocked`. */
  | { kind: "gzip-off"; probeMs: number }
  /** About this one report alone. */
  | { kind: "item-retry" }
  | { kind: "item-dead"; slug: "subject-erased" };

export type OutcomeKey = number | "network" | "receipt" | "not-a-receipt";

interface OutcomeRule {
  when: readonly OutcomeKey[];
  /** Only on these routes; missing: on all. */
  routes?: readonly EventRoute[];
  effect: Effect;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CONFIG: Effect = { kind: "blocked", reason: "config", probeMs: 6 * HOUR_MS };

/** The outcome table (protocol, section 7): the first rule that fits counts. */
const OUTCOMES: readonly OutcomeRule[] = [
  { when: ["receipt"], effect: { kind: "settle" } },
  { when: ["network"], effect: { kind: "backoff", reason: "offline" } },
  { when: [408, 425, 500, 502, 503, 504], effect: { kind: "backoff", reason: "busy" } },
  { when: [429], effect: { kind: "slow-down" } },
  { when: ["not-a-receipt"], effect: { kind: "not-a-receipt" } },
  // A thread's address is one report: an unknown or erased one says nothing of the others.
  { when: [404], routes: ["thread"], effect: { kind: "item-retry" } },
  { when: [410], routes: ["thread"], effect: { kind: "item-dead", slug: "subject-erased" } },
  { when: [401, 403], effect: { kind: "blocked", reason: "auth", probeMs: HOUR_MS } },
  { when: [404, 405], effect: CONFIG },
  { when: [410], effect: { kind: "blocked", reason: "config", probeMs: 24 * HOUR_MS } },
  { when: [413], effect: { kind: "split", slug: "too-large" } },
  { when: [415], effect: { kind: "gzip-off", probeMs: 6 * HOUR_MS } },
  { when: [400, 422], effect: { kind: "split", slug: "invalid-event" } },
];

const ENDS_ITEMS = new Set([400, 410, 413, 422]);

/** A receipt is status 200, JSON, the protocol's header and a body of its shape; anything else in 2xx is none. */
export function readReceipt(exchange: Exchange): Receipt | null {
  if (exchange.kind !== "answer" || exchange.status !== 200 || !exchange.fromCollector) return null;
  const receipt = receiptSchema.safeParse(exchange.json);
  return receipt.success ? receipt.data : null;
}

export function outcomeKey(exchange: Exchange): OutcomeKey {
  if (exchange.kind === "network") return "network";
  const { status } = exchange;
  if (status >= 200 && status < 400) return readReceipt(exchange) ? "receipt" : "not-a-receipt";
  // These end items, or a thread: a portal or proxy may not do that in the collector's name.
  if (ENDS_ITEMS.has(status) && !exchange.fromCollector) return "not-a-receipt";
  return status;
}

export function effectOf(key: OutcomeKey, route: EventRoute): Effect {
  const rule = OUTCOMES.find((each) => each.when.includes(key) && (each.routes?.includes(route) ?? true));
  if (rule) return rule.effect;
  // Not in the table: what a server says of itself passes, what it says of us needs somebody.
  return Number(key) >= 500 ? { kind: "backoff", reason: "busy" } : CONFIG;
}
