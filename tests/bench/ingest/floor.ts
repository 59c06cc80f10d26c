import { createHash } from "node:crypto";
import { acceptBatch } from "@/collector/ingest/accept";
import { writeGroup } from "@/collector/ingest/write-group";
import type { Db } from "@/collector/store/db";
import { S1_LOCK_FEED, S4_INSERT_EVENTS } from "@/collector/store/statements";
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

/** Organisation of the groups, with a feed of its own. */
const GROUPS_ORG = "groups";

type Statement = [sql: string, values: readonly unknown[]];

/** What the collector asks of its database to store a group: the very statements and values of its own transaction. */
export type RecordedGroup = Statement[];

/** Groups that are stored one after the other, as under the feed's lock. Making them is not what is measured. */
export async function recordGroups(groups: readonly (readonly CloudEvent[])[]): Promise<RecordedGroup[]> {
  const recorded: RecordedGroup[] = [];
  for (const events of groups) recorded.push(await recordGroup(events));
  return recorded;
}

let head = 0n;

async function recordGroup(events: readonly CloudEvent[]): Promise<RecordedGroup> {
  const statements: Statement[] = [];
  const recorder = {
    query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
      statements.push([sql, values]);
      // Nothing of it is known yet, as of every new report.
      return Promise.resolve(sql === S1_LOCK_FEED ? [{ head, epoch: "" } as unknown as Row] : []);
    },
  };
  const limits = { eventBytes: 65_536, unknownBytes: 0 };
  const { incoming } = acceptBatch(events, { via: "ingest", tokenId: "floor" }, limits);
  const blobs = { remove: () => Promise.reject(new Error("no picture is erased here")) } as unknown as GroupBlobs;
  const written = await writeGroup(recorder, { org: GROUPS_ORG, blobs }, incoming, new Date().toISOString());
  head = BigInt(written.head);
  return statements;
}

type GroupBlobs = Parameters<typeof writeGroup>[1]["blobs"];

export async function openGroups(db: Db): Promise<void> {
  await db.query("insert into feed (org, epoch) values ($1, gen_random_uuid())", [GROUPS_ORG]);
}

/** The least that the collector's way of storing can cost: its transactions, and nothing around them. In seconds. */
export async function replayGroups(db: Db, groups: readonly RecordedGroup[]): Promise<number> {
  const began = performance.now();
  for (const statements of groups) {
    await db.transaction(async (tx) => {
      for (const [sql, values] of statements) await tx.query(sql, values);
    });
  }
  return (performance.now() - began) / 1000;
}
