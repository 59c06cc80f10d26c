import { type GateName, readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { BlobRoute, Route } from "@/lib/database/rows";
import { isDue, leaseEnded } from "@/lib/outbox/due";
import { waitingPictures } from "@/lib/outbox/send-pictures";
import { gateOf, readGates } from "./gates";
import type { RouteView, World } from "./plan";

const ROUTES: readonly Route[] = ["erase", "ingest", "thread", "session", "anon"];
const BLOB_ROUTES: readonly BlobRoute[] = ["ingest", "anon"];

export interface LookInput {
  endpoint: string | null;
  now: number;
  alive: ReadonlySet<string> | null;
  stuck: ReadonlySet<GateName>;
}

/** Reads what the plan needs to know; its cost does not grow with the number of items that wait. */
export function look(db: EarshotDatabase, input: LookInput): Promise<World> {
  // Dexie wants an async function here, whose awaits it follows.
  return db.transaction("r", db.outbox, db.blobs, db.kv, async () => lookInside(db, input));
}

async function lookInside(db: EarshotDatabase, { endpoint, now, alive, stuck }: LookInput): Promise<World> {
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
  const collector = (await readKv(db, "collector"))?.key ?? "";
  const pictures = (await waitingPictures(db)).filter((row) => row.collector === collector);
  for (const route of BLOB_ROUTES) {
    const own = pictures.filter((row) => row.route === route);
    const isFree = (row: (typeof own)[number]) =>
      row.state === "leased" ? leaseEnded(row, now, alive) : isDue(row, now);
    const times = own
      .filter((row) => !isFree(row))
      .map((row) => (row.state === "leased" ? row.leaseUntil : row.nextAt));
    const name = `${route}-blobs` as const;
    routes.push({
      route: name,
      due: own.some(isFree),
      nextAt: times.length === 0 ? null : Math.min(...times),
      gate: gateOf(gates, name),
      stuck: stuck.has(name),
    });
  }
  return { now, hasEndpoint: endpoint !== null, routes };
}

function rowsIn(db: EarshotDatabase, route: Route, state: "queued" | "leased") {
  return db.outbox
    .where("[route+state+nextAt]")
    .between([route, state, -Infinity], [route, state, Infinity], true, true);
}
