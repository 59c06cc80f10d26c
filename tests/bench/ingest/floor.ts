import { createHash } from "node:crypto";
import type { Db } from "@/collector/store/db";
import { S4_INSERT_EVENTS } from "@/collector/store/statements";
import type { CloudEvent } from "@/tests/conformance/make";

/** Organisation of the rows that the floor writes: beside the collector's own, in the same tables. */
const ORG = "floor";

let seq = 0;

/** Rows for S4, as text: making them is not what is measured. */
export function rowsOf(events: readonly CloudEvent[]): string {
  const rows = events.map((event) => ({
    seq: (seq += 1),
    id: event.id,
    type: event.type,
    subject: event.subject,
    actor_kind: "claimed",
    actor: "Kim",
    token_id: "floor",
    occurred_at: event.time,
    received_at: event.time,
    hash: createHash("sha256").update(event.id).digest("hex"),
    body: event.data,
  }));
  return JSON.stringify(rows);
}

/**
 * The least that storing an event can cost: the same statement by the same driver on the same table, each committed by
 * itself, over so many connections. No HTTP, no validation, no fold, no document, no lock. In seconds.
 */
export async function insertAll(db: Db, batches: readonly string[], connections: number): Promise<number> {
  const waiting = batches.values();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const rows of waiting) await db.query(S4_INSERT_EVENTS, [ORG, rows]);
    }),
  );
  return (performance.now() - began) / 1000;
}
