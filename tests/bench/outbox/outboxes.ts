/** One way to keep what people say until it is delivered. Runs in a page of a real browser. */
export interface Outbox {
  /** Milliseconds that each of `count` durable adds took, one after the other. */
  add(count: number): Promise<number[]>;
  /** Milliseconds for `count` waiting items to be delivered, and to be known as delivered. */
  drain?(count: number): Promise<number>;
}

export type OutboxName = "raw" | "plainRows" | "dexie" | "dexieRows" | "earshot" | "workbox" | "sentry";

interface OutboxBench {
  outboxes: Record<OutboxName, Outbox>;
  /** The same requests as ours for `count` items, from memory: no database at all. */
  post(count: number): Promise<number>;
}

declare global {
  // `var`, because that is what makes a property of globalThis.
  var outboxBench: OutboxBench;
}

export async function timed(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return took;
}

/** About 2 KB, as a report with its context is. */
export const WORDS = "The list of orders takes half a minute to open, every time. ".repeat(12);

/** What the peers keep: bytes like those of our event. */
export function body(): string {
  return JSON.stringify({ id: crypto.randomUUID(), type: "report", words: WORDS, more: "x".repeat(1100) });
}

/** One request of ours: the events of a batch, and a receipt that is read. */
export async function postBatch(endpoint: string, bodies: readonly string[]): Promise<void> {
  const response = await fetch(`${endpoint}/v1/events`, { method: "POST", body: `[${bodies.join(",")}]` });
  await response.json();
}
