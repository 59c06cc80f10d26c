import { type GateName, readKv } from "@/lib/database/kv-values";
import { ROUTES } from "@/lib/database/in-state";
import { notDueOnRoute, onRoute } from "@/lib/database/on-route";
import type { EarshotDatabase } from "@/lib/database/open";
import type { BlobRoute, BlobRow, OutboxRow } from "@/lib/database/rows";
import { isDue, leaseEnded } from "@/lib/outbox/due";
import { waitingPictures } from "@/lib/outbox/send-pictures";
import { gateOf, readGates } from "./gates";
import type { RouteView, World } from "./plan";

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
  // All at once: this is done before each request, and one by one it would take as long as writing the items does.
  const [gates, stored, pictures, ...rows] = await Promise.all([
    readGates(db, endpoint ?? ""),
    readKv(db, "collector"),
    waitingPictures(db),
    ...ROUTES.map((route) =>
      Promise.all([
        onRoute(db, route, "queued").first(),
        onRoute(db, route, "leased").toArray(),
        // What is due may stand behind one that is not: of the same report, with a longer delay.
        stuck.has(route) ? notDueOnRoute(db, route, now).first() : undefined,
      ]),
    ),
  ]);
  const ended = (row: Pick<OutboxRow, "leaseUntil" | "owner">) => leaseEnded(row, now, alive);
  const events = ROUTES.map((route, index): RouteView => {
    const [queued, leased = [], notDue] = rows[index] ?? [];
    const isQueuedDue = queued !== undefined && queued.nextAt <= now;
    const times = [
      ...(queued && !isQueuedDue ? [queued.nextAt] : []),
      ...(notDue ? [notDue.nextAt] : []),
      ...leased.filter((row) => !ended(row)).map((row) => row.leaseUntil),
    ];
    return {
      route,
      due: isQueuedDue || leased.some(ended),
      nextAt: times.length === 0 ? null : Math.min(...times),
      gate: gateOf(gates, route),
      stuck: stuck.has(route),
    };
  });
  const blobs = BLOB_ROUTES.map((route): RouteView => {
    const own = pictures.filter((row) => row.collector === (stored?.key ?? "") && row.route === route);
    const isFree = (row: BlobRow) => (row.state === "leased" ? ended(row) : isDue(row, now));
    const times = own
      .filter((row) => !isFree(row))
      .map((row) => (row.state === "leased" ? row.leaseUntil : row.nextAt));
    const name = `${route}-blobs` as const;
    return {
      route: name,
      due: own.some(isFree),
      nextAt: times.length === 0 ? null : Math.min(...times),
      gate: gateOf(gates, name),
      stuck: stuck.has(name),
    };
  });
  return { now, hasEndpoint: endpoint !== null, routes: [...events, ...blobs] };
}
