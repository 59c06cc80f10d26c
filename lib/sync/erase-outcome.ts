import type { OutboxRow } from "@/lib/database/rows";
import type { EraseEnd } from "@/lib/outbox/settle-erase";
import type { Exchange } from "./collector-client";
import { type Effect, effectOf } from "./outcome";

/** What a request's outcome does to an erase item, and to the gate of its way. */
export interface EraseEffect {
  to: EraseEnd;
  gate: Effect;
}

/** The collector has spoken about this one report: the way to it is open. */
const SPOKEN: Effect = { kind: "item-retry" };

/** The outcome table of taking back (protocol, section 7). Only what the collector itself says ends anything. */
export function eraseEffect(exchange: Exchange, item: Pick<OutboxRow, "receivedAt" | "epoch">): EraseEffect {
  if (exchange.kind === "network") return { to: "again", gate: effectOf("network", "ingest") };
  const { status, fromCollector } = exchange;
  // 410: erased already, and the answer that said so was lost.
  const isErased = status === 204 || status === 410;
  if (fromCollector && isErased) return { to: "gone", gate: { kind: "settle" } };
  if (fromCollector && status === 202) return { to: "held", gate: SPOKEN };
  if (fromCollector && status === 404)
    return { to: isNowhere(exchange.epoch, item) ? "gone" : "unknown", gate: SPOKEN };
  if (isErased || status < 400) return { to: "again", gate: effectOf("not-a-receipt", "ingest") };
  // There is no batch to halve and nothing to unpack: whoever answers so does not know this request.
  const isOfBodies = [400, 413, 415, 422].includes(status);
  return { to: "again", gate: effectOf(isOfBodies ? 405 : status, "ingest") };
}

/**
 * Whether a 404 means that the report is nowhere. It does where its creation was refused, or so long ago that nothing
 * here is left of it; where it was erased once already; and where the collector's history is another than the one in
 * which the report was there. In the same history an acknowledged report cannot be unknown: something is wrong there,
 * and "gone" may not be said.
 */
function isNowhere(epoch: string | null, item: Pick<OutboxRow, "receivedAt" | "epoch">): boolean {
  if (item.receivedAt !== null || item.epoch === null) return true;
  return epoch !== null && epoch !== item.epoch;
}
