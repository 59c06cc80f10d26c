import type { BlobGate, Gate, GateName } from "@/lib/database/kv-values";
import type { Route } from "@/lib/database/rows";
import { batchLimit, isClosed } from "./gate";

/** How one route stands, for events or for pictures. */
export interface RouteView {
  route: GateName;
  /** Something could be claimed now. */
  due: boolean;
  /** When the next item that is not due yet will be, leases included; null for none. */
  nextAt: number | null;
  gate: Gate;
  /** A claim has just found nothing: all that is due stands behind an item of another route. */
  stuck: boolean;
}

export interface World {
  now: number;
  hasEndpoint: boolean;
  routes: readonly RouteView[];
}

export type Plan =
  | { do: "send"; route: Route; maxEvents: number }
  /** One picture. */
  | { do: "upload"; gate: BlobGate }
  /** Nothing to do until then; null: until something new comes. */
  | { do: "wait"; until: number | null };

/** Named reports and their threads first: people wait for "IT has it". Words before pictures. */
const ORDER: Record<GateName, number> = {
  ingest: 0,
  thread: 1,
  session: 2,
  anon: 3,
  "ingest-blobs": 4,
  "anon-blobs": 5,
};

/** What now? Pure: the engine does what this says, and asks again. */
export function plan({ now, hasEndpoint, routes }: World): Plan {
  if (!hasEndpoint) return { do: "wait", until: null };
  const ready = routes
    .filter((view) => view.due && !view.stuck && !isClosed(view.gate, now))
    .toSorted((a, b) => ORDER[a.route] - ORDER[b.route]);
  const [first] = ready;
  if (first) {
    const { route, gate } = first;
    if (route === "ingest-blobs" || route === "anon-blobs") return { do: "upload", gate: route };
    return { do: "send", route, maxEvents: batchLimit(gate) };
  }
  const times = routes.flatMap((view) => wakeTime(view, now) ?? []);
  return { do: "wait", until: times.length === 0 ? null : Math.min(...times) };
}

function wakeTime({ due, stuck, nextAt, gate }: RouteView, now: number): number | null {
  const opensAt = isClosed(gate, now) ? gate.until : now;
  // What is stuck moves when another route does, which wakes us anyway.
  if (due && !stuck) return opensAt;
  return nextAt === null ? null : Math.max(nextAt, opensAt);
}
