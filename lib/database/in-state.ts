import type { EarshotDatabase } from "./open";
import type { OutboxState } from "./rows";

/** Outbox rows of one state, oldest first; `from` and `to` (inclusive, milliseconds) bound when they were written. */
export function inState(db: EarshotDatabase, state: OutboxState, from = -Infinity, to = Infinity) {
  return db.outbox.where("[state+createdAt]").between([state, from], [state, to], true, true);
}
