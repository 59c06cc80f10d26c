import type { EarshotDatabase } from "@/lib/database/open";
import type { Route } from "@/lib/database/rows";
import { leaseEnded } from "@/lib/outbox/due";
import { gateOf, readGates } from "./gates";
import type { RouteView, World } from "./plan";

const ROUTES: readonly Route[] = ["ingest", "thread", "session", "anon"];

export interface LookInput {
  endpoint: string | null;
  now: number;
  alive: ReadonlySet<string> | null;
  stuck: ReadonlySet<Route>;
}

/** Reads what the plan needs to know; its cost does not grow with the number of items that wait. */
export async function look(db: EarshotDatabase, { endpoint, now, alive, stuck }: LookInput): Promise<World> {
  const gates = await readGates(db, endpoint ?? "");
  const routes: RouteView[] = [];
  for (const route of ROUTES) {
    const queued = await rowsIn(db, route, "queued").first();
    const leased = await rowsIn(db, route, "leased").toArray();
    const ended = leased.some((row) => leaseEnded(row, now, alive));
    const isQueuedDue = queued !== undefined && queued.nextAt <= now;
    const times = [
      ...(queued && !isQueuedDue ? [queued.nextAt] : []),
      ...leased.filter((row) => !leaseEnded(row, now, alive)).map((row) => row.leaseUntil),
    ];
    routes.push({
      route,
      due: isQueuedDue || ended,
      nextAt: times.length === 0 ? null : Math.min(...times),
      gate: gateOf(gates, route),
      stuck: stuck.has(route),
    });
  }
  return { now, hasEndpoint: endpoint !== null, routes };
}

function rowsIn(db: EarshotDatabase, route: Route, state: "queued" | "leased") {
  return db.outbox
    .where("[route+state+nextAt]")
    .between([route, state, -Infinity], [route, state, Infinity], true, true);
}
