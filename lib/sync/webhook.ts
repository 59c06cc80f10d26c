import type { OutboxItem, OutboxRow } from "@/lib/database/rows";
import { isSendOnly } from "@/lib/policy/is-send-only";
import type { Policy } from "@/lib/policy/policy";
import type { Receipt } from "@/lib/protocol/receipt";
import type { CollectorRequest, Exchange } from "./collector-client";
import { type Effect, effectOf, type OutcomeKey } from "./outcome";

/*
 * Send-only sinks (protocol, section 1): a company points Earshot at what it has. The same frozen events, posted as
 * one array to one address; no gzip, no routes, no credentials but the headers that policy names.
 */

const TYPES = { "ce-batch": "application/cloudevents-batch+json", json: "application/json" };

/** What is pointed at: another profile at the same address is another receiver. "" where nothing is. */
export function placeOf({ endpoint, sink }: Pick<Policy, "endpoint" | "sink">): string {
  return isSendOnly({ sink }) && endpoint !== null ? `${sink.profile} ${endpoint}` : (endpoint ?? "");
}

export function webhookRequest(rows: readonly OutboxItem[], policy: Policy & { endpoint: string }): CollectorRequest {
  const { endpoint, sink } = policy;
  if (sink.profile === "collector") throw new Error("a collector is no webhook");
  return {
    endpoint,
    path: "",
    method: "POST",
    authorization: null,
    headers: { ...sink.headers, "content-type": TYPES[sink.profile] },
    body: `[${rows.map((row) => row.body).join(",")}]`,
  };
}

const HTML = new Set(["text/html", "application/xhtml+xml"]);
/** Said of the request as such, which is made alike for every report: the settings are wrong, not the words. */
const OF_US = new Set([400, 404, 410, 422]);

/**
 * Any success is a receipt for the whole batch, unless it is a page for people (a portal, a login). A refusal ends no
 * report, since a webhook does not say which one it means; but what is too large alone will always be.
 */
export function webhookEffect(exchange: Exchange, events: number): Effect {
  // Azure Event Grid says 403 of a batch that is too large; of one event alone it means what it says.
  const isTooMuch = exchange.kind === "answer" && exchange.status === 403 && events > 1;
  return effectOf(isTooMuch ? 413 : keyOf(exchange), "ingest");
}

function keyOf(exchange: Exchange): OutcomeKey {
  if (exchange.kind === "network") return "network";
  const { status, type } = exchange;
  if (status >= 200 && status < 300) return HTML.has(type) ? "not-a-receipt" : "receipt";
  if (status < 400) return "not-a-receipt";
  return OF_US.has(status) ? 404 : status;
}

/** A receipt as a collector would have written it. It names no history: nothing is ever offered again. */
export function webhookReceipt(rows: readonly OutboxRow[]): Receipt {
  const results = rows.map(({ id }) => ({ id, status: "accepted" as const }));
  return { epoch: "", head: "0", results, wantBlobs: [] };
}
