import { type Gate, type GateName, type Gates, readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { OPEN_GATE } from "./gate";

/** The gates of the endpoint in use; those of another one count for nothing. */
export async function readGates(db: EarshotDatabase, endpoint: string): Promise<Gates> {
  return gatesOf(await readKv(db, "gates"), endpoint);
}

export function gatesOf(stored: Gates | null, endpoint: string): Gates {
  return stored?.endpoint === endpoint ? stored : { endpoint, routes: {} };
}

export function gateOf(gates: Gates, route: GateName): Gate {
  return gates.routes[route] ?? OPEN_GATE;
}

/** Changes one gate by what it is now: another sender may have changed it since it was read. */
export async function changeGate(
  db: EarshotDatabase,
  endpoint: string,
  route: GateName,
  change: (gate: Gate) => Gate,
): Promise<void> {
  const isChanged = (gate: Gate) => JSON.stringify(change(gate)) !== JSON.stringify(gate);
  // While all is well nothing changes, batch after batch: no need to wait for the disk.
  if (!isChanged(gateOf(await readGates(db, endpoint), route))) return;
  await db.transaction("rw", db.kv, async () => {
    const gates = await readGates(db, endpoint);
    const after = change(gateOf(gates, route));
    await writeKv(db, "gates", { endpoint, routes: { ...gates.routes, [route]: after } });
  });
}

/** Something has changed (network, policy): every closed way is tried again, the blocked ones with one item. */
export async function openGates(db: EarshotDatabase, endpoint: string): Promise<void> {
  await db.transaction("rw", db.kv, async () => {
    const { routes } = await readGates(db, endpoint);
    const opened: Gates["routes"] = {};
    for (const [route, gate] of Object.entries(routes) as [GateName, Gate][]) {
      opened[route] = { ...gate, until: 0, failures: 0 };
    }
    await writeKv(db, "gates", { endpoint, routes: opened });
  });
}
