import type { Input, MessageName, Output, PushName, Pushes } from "./messages";

/** A message to the background as it travels. */
export interface Request<N extends MessageName = MessageName> {
  message: N;
  input: Input<N>;
}

/** What comes back: an answer, or that the background did not take the message (its log says why). */
export type Reply<N extends MessageName = MessageName> = { ok: true; output: Output<N> } | { ok: false };

/** What the background says unasked, as it travels. */
export interface Push<N extends PushName = PushName> {
  push: N;
  value: Pushes[N];
}
