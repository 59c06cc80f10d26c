import type { OutboxRow } from "@/lib/database/rows";

export const CREATED = "org.earshot.report.created.v1";

/** What the reporter has said here about their report, the report itself included: not what a reviewer wrote on it. */
export function isReporters(row: OutboxRow): boolean {
  return row.route !== "session" && row.route !== "erase";
}

/** The wish to take the report back, where the person has it. */
export function eraseItemOf(rows: readonly OutboxRow[]): OutboxRow | undefined {
  return rows.find((row) => row.route === "erase");
}

/** Whether the collector does not have it: never tried, refused, or set aside. */
export function isOnlyHere(rows: readonly OutboxRow[]): boolean {
  const created = rows.find((row) => row.type === CREATED);
  if (eraseItemOf(rows)) return false;
  if (created?.state === "dead" || created?.state === "parked") return true;
  return created?.state === "queued" && created.attempt === 0 && created.receivedAt === null;
}

/** Whether taking back can be undone: its bytes are still here, and the collector was not asked yet. */
export function canUndo(rows: readonly OutboxRow[]): boolean {
  const erase = eraseItemOf(rows);
  const created = rows.find((row) => row.type === CREATED);
  const isAsked = erase === undefined || erase.attempt > 0 || erase.receivedAt !== null;
  return !isAsked && created !== undefined && created.state !== "received" && created.state !== "dead";
}
