import type { Transaction } from "dexie";
import type { BodyRow, MineRow, OutboxRow } from "./rows";

type RowOfBefore = OutboxRow & { body?: unknown };

/**
 * From version 3 to 4: an event moves out of its row, which says itself now whether it is anonymous. And when a thread is first
 * asked for is decided when the report is stored, no longer by its receipt: those that wait get a time.
 */
export async function splitBodies(tx: Transaction): Promise<void> {
  const before = await tx.table<RowOfBefore>("outbox").toArray();
  const bodies: BodyRow[] = [];
  const rows = before.map((row): RowOfBefore => {
    const { body, ...rest } = row;
    // What cannot be read stays as it is, for those who look for such rows.
    if (typeof body !== "string" || typeof row.id !== "string") return row;
    if (body !== "") bodies.push({ id: row.id, body });
    return body.includes('"source":"urn:earshot:anon"') ? { ...rest, anonymous: true } : rest;
  });
  await tx.table("bodies").bulkPut(bodies);
  await tx.table("outbox").bulkPut(rows);
  const waiting = before.filter(({ type, state }) => type === "org.earshot.report.created.v1" && state !== "received");
  await tx
    .table<MineRow>("mine")
    .where("id")
    .anyOf(waiting.map((row) => row.subject).filter((id) => typeof id === "string"))
    .modify((row) => {
      if (row.takenBackAt === undefined) row.nextPollAt = 0;
    });
}
