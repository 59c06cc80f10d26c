import type { EarshotDatabase } from "./open";
import type { OutboxRow, OutboxState, Route } from "./rows";

export const ROUTES: readonly Route[] = ["erase", "ingest", "thread", "session", "anon"];

/** All outbox rows of one state, in no order. */
export async function inState(db: EarshotDatabase, state: OutboxState): Promise<OutboxRow[]> {
  const ofRoute = (route: Route) =>
    db.outbox.where("[route+state+nextAt]").between([route, state], [route, state, []], true, true).toArray();
  return (await Promise.all(ROUTES.map(ofRoute))).flat();
}
