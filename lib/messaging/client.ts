import { browser } from "wxt/browser";
import type { Input, MessageName, Output, PushName, Pushes } from "./messages";
import type { Push, Reply, Request } from "./wire";

/**
 * Sends a message to the background and gives its answer. Rejects where it was refused or could not be finished,
 * of which nothing more is known on this side, and where nobody listens any more (the extension was updated under an
 * old page).
 */
export async function send<N extends MessageName>(message: N, input: Input<N>): Promise<Output<N>> {
  const request: Request<N> = { message, input };
  const reply = await browser.runtime.sendMessage<Request<N>, Reply<N> | undefined>(request);
  if (!reply?.ok) throw new Error(message);
  return reply.output;
}

/** Calls back for every push of that name; gives the function that ends it. */
export function onPush<N extends PushName>(name: N, callback: (value: Pushes[N]) => void): () => void {
  const listener = (raw: unknown) => {
    if (isPush(raw, name)) callback(raw.value);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function isPush<N extends PushName>(raw: unknown, name: N): raw is Push<N> {
  return typeof raw === "object" && raw !== null && "push" in raw && raw.push === name;
}
