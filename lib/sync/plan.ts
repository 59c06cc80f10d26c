import type { BlobGate, Gate, GateName } from "@/lib/database/kv-values";
import type { EventRoute } from "@/lib/database/rows";
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
  | { do: "send"; route: EventRoute; maxEvents: number }
  /** One report that was taken back. */
  | { do: "erase" }
  /** One picture. */
  | { do: "upload"; gate: BlobGate }
  /** Nothing to do until then; null: until something new comes. */
  | { do: "wait"; until: number | null };

/**
 * What was taken back first: each moment it can still be read. Then named reports and their threads: people wait for
 * "IT has it". Words before pictures.
 */
const ORDER: Record<GateName, number> = {
  erase: 0,
  ingest: 1,
  thread: 2,
  session: 3,
  anon: 4,
  "ingest-blobs": 5,
  "anon-blobs": 6,
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
    if (route === "erase") return { do: "erase" };
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
