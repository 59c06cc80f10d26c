import { type GateReason, readKv } from "@/lib/database/kv-values";
import { inState } from "@/lib/database/in-state";
import type { EarshotDatabase } from "@/lib/database/open";

/** What waits to be sent, and why; a reason only where something waits that could have gone. */
export interface Waiting {
  waiting: number;
  reason: GateReason | "no-endpoint" | null;
}

/** In the order of what can be done about it. */
const ORDER: GateReason[] = ["auth", "config", "captive", "offline", "busy"];

export async function readWaiting(db: EarshotDatabase): Promise<Waiting> {
  const items = [...(await inState(db, "leased")), ...(await inState(db, "queued"))];
  // A report that is being taken back is one thing, whatever is still needed to get there.
  const takenBack = new Set(items.filter((row) => row.route === "erase").map((row) => row.subject));
  const waiting = items.filter((row) => row.route === "erase" || !takenBack.has(row.subject)).length;
  if (waiting === 0) return { waiting: 0, reason: null };
  if (!(await readKv(db, "collector"))?.endpoint) return { waiting, reason: "no-endpoint" };
  const gates = (await readKv(db, "gates"))?.routes ?? {};
  const reasons = new Set([...new Set(items.map((row) => row.route))].map((route) => gates[route]?.reason ?? null));
  return { waiting, reason: ORDER.find((reason) => reasons.has(reason)) ?? null };
}
