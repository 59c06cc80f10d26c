import { INPUTS } from "./schemas";
import type { Input, MessageName, Output } from "./messages";
import { MAY_SEND, readSender, type RawSender, type Sender } from "./sender";
import type { Reply } from "./wire";

/** What the background does with each message. A handler may answer at once or later. */
export type Handlers = { [N in MessageName]: Handler<N> };
type Handler<N extends MessageName> = (input: Input<N>, sender: Sender) => Output<N> | Promise<Output<N>>;

export interface ServerDeps {
  /** `browser.runtime.id`. */
  ownId: string;
  handlers: Handlers;
  log: { warn(message: string, detail?: unknown): void; error(message: string, detail?: unknown): void };
}

export type Refusal = "not-a-message" | "unknown-message" | "unknown-sender" | "wrong-sender" | "wrong-shape";

/** The background's end: every message is checked for its sender and its shape before a handler sees it. */
export function createServer({ ownId, handlers, log }: ServerDeps) {
  async function answer(raw: unknown, rawSender: RawSender): Promise<Reply> {
    const checked = check(raw, rawSender, ownId);
    if ("refusal" in checked) {
      // The name is cut, and the input is not logged at all: what a stranger sends is none of our log's business.
      log.warn(`message refused: ${checked.refusal}`, checked.name?.slice(0, 40));
      return { ok: false };
    }
    try {
      return { ok: true, output: await run(handlers, checked) };
    } catch (error) {
      log.error(`message failed: ${checked.name}`, error);
      return { ok: false };
    }
  }

  return {
    answer,
    /** For `runtime.onMessage`. True keeps the way back open until the answer is there, in every browser. */
    listener: (raw: unknown, sender: RawSender, respond: (reply: Reply) => void): true => {
      void answer(raw, sender).then(respond);
      return true;
    },
  };
}

type Checked<N extends MessageName = MessageName> = { name: N; input: Input<N>; sender: Sender };

function check(raw: unknown, rawSender: RawSender, ownId: string): Checked | { refusal: Refusal; name?: string } {
  if (typeof raw !== "object" || raw === null || !("message" in raw)) return { refusal: "not-a-message" };
  if (typeof raw.message !== "string") return { refusal: "not-a-message" };
  const name = raw.message;
  const sender = readSender(rawSender, ownId);
  if (!sender) return { refusal: "unknown-sender", name };
  if (!isMessage(name)) return { refusal: "unknown-message", name };
  if (!MAY_SEND[name].includes(sender.kind)) return { refusal: "wrong-sender", name };
  const input = INPUTS[name].safeParse("input" in raw ? (raw.input ?? null) : null);
  return input.success ? { name, input: input.data, sender } : { refusal: "wrong-shape", name };
}

function isMessage(name: string): name is MessageName {
  return Object.hasOwn(INPUTS, name);
}

function run<N extends MessageName>(handlers: Handlers, { name, input, sender }: Checked<N>) {
  return handlers[name](input, sender);
}
