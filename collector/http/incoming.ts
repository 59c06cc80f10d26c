import { IncomingMessage } from "node:http";
import type { Context } from "hono";

/** What the Node server hands over beside the request; null where a request came without a network. */
export function incomingOf({ env }: Context): IncomingMessage | null {
  const incoming: unknown = typeof env === "object" && env !== null && "incoming" in env ? env.incoming : null;
  return incoming instanceof IncomingMessage ? incoming : null;
}

/**
 * The body of a request, as it comes. From the server's own stream where there is one: a web stream around it costs
 * three times what is done with a small request. Whoever stops early leaves the connection open for the answer.
 */
export function bodyOf(c: Context): AsyncIterable<Uint8Array> {
  return incomingOf(c)?.iterator({ destroyOnReturn: false }) ?? c.req.raw.body ?? nothing();
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
