import { vi } from "vitest";
import { writeKv } from "@/lib/database/kv-values";
import type { OutboxRow } from "@/lib/database/rows";
import { createOutbox } from "@/lib/outbox/outbox";
import { anonymousMs } from "@/lib/policy/anonymous-ms";
import { parsePolicy } from "@/lib/policy/parse-policy";
import type { PolicyState } from "@/lib/policy/policy";
import type { Fetch } from "@/lib/sync/collector-client";
import { createSyncEngine, type SyncEngineDeps } from "@/lib/sync/engine";
import { createFakeCollector } from "./fake-collector";
import { fakeTimers, freshDatabase, worldDeps } from "./fake-world";

/** The least that a person can say. */
export const REPORT = {
  words: "slow",
  lang: "en",
  goal: "",
  kind: null,
  burden: {},
  context: null,
  anonymous: false,
  picture: null,
};
/** Of the client in `clientWorld`. */
const VERSION = "1.2.3";
export const HERE = { siteName: null, draftKey: null };

/**
 * A whole client on a database in memory, with a collector beside it, or with another one that `fetch` reaches; nothing
 * in it waits for real time.
 */
export async function clientWorld(
  endpoint: string | null = "https://collector.example",
  fetch?: Fetch,
  parts: Pick<SyncEngineDeps, "signIn"> = {},
) {
  const db = freshDatabase();
  await writeKv(db, "name", "Ada");
  const deps = worldDeps();
  const collector = createFakeCollector(deps.clock.now.bind(deps.clock));
  const state: PolicyState = {
    ...parsePolicy({ endpoint, ingestToken: "it" }),
    source: "own",
    keys: [],
    changedAt: 0,
  };
  const settled: OutboxRow[] = [];
  const timers = fakeTimers();
  const alarms = { set: vi.fn(), clear: vi.fn() };
  const held = new Set<string>();
  const engine = createSyncEngine({
    ...deps,
    ...parts,
    db,
    version: VERSION,
    fetch: fetch ?? collector.fetch,
    timers,
    alarms,
    locks: {
      ifFree: (_name, work) => work(),
      holdForLife: (name) => void held.add(name),
      held: async () => held,
    },
    policy: { current: async () => state },
    onSettled: (rows) => settled.push(...rows),
  });
  await engine.start();
  const outbox = createOutbox({ db, ...deps, anonymousMs: () => anonymousMs(state.policy) }, () => {});
  const file = async (more = {}) => {
    const outcome = await outbox.create({ ...REPORT, ...more }, HERE);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.reportId;
  };
  return { db, ...deps, collector, state, settled, timers, alarms, held, engine, outbox, file };
}

export type ClientWorld = Awaited<ReturnType<typeof clientWorld>>;

/** The requests that carried events. */
export function posts(world: ClientWorld) {
  return world.collector.seen.filter(({ method }) => method === "POST");
}
