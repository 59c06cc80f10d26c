import type { Exchange } from "./collector-client";
import { slugOf, problemSchema } from "@/lib/protocol/problem";
import { type Effect, effectOf } from "./outcome";

/** What a request's outcome does to the picture that it carried, and to the gate of its way. */
export interface PictureEffect {
  to: "wanted" | "queued" | "stored" | "dead";
  gate: Effect;
}

/** The collector has spoken about this one picture: the way to it is open. */
const SPOKEN: Effect = { kind: "item-retry" };

/** What only the collector may say: a portal or proxy must not end a picture in its name. */
const SAID_BY_COLLECTOR: Partial<Record<number, PictureEffect>> = {
  200: { to: "stored", gate: { kind: "settle" } },
  201: { to: "stored", gate: { kind: "settle" } },
  413: { to: "dead", gate: SPOKEN },
  415: { to: "dead", gate: SPOKEN },
  422: { to: "dead", gate: SPOKEN },
};

/** The outcome table of pictures (protocol, section 7); what is not in it does to the gate what it does for events. */
export function pictureEffect(exchange: Exchange): PictureEffect {
  if (exchange.kind === "network") return { to: "wanted", gate: effectOf("network", "ingest") };
  const { status, fromCollector } = exchange;
  const said = SAID_BY_COLLECTOR[status];
  if (said && fromCollector) return said;
  // Not wanted (any more): it waits until a receipt names it again. Any other 404 is no collector that takes pictures.
  if (status === 404 && fromCollector && isUnwanted(exchange.json)) return { to: "queued", gate: SPOKEN };
  if (said || status < 400) return { to: "wanted", gate: effectOf("not-a-receipt", "ingest") };
  // 400: the way itself is wrong, such as a reviewer's token where the organisation's is meant.
  return { to: "wanted", gate: effectOf(status === 400 ? 405 : status, "ingest") };
}

function isUnwanted(json: unknown): boolean {
  const problem = problemSchema.safeParse(json);
  return problem.success && slugOf(problem.data) === "blob-not-wanted";
}
