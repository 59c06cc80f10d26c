import { type KvValues, readKv, readKvs } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { AppState, SyncState } from "@/lib/messaging/app-state";
import { countSetAside } from "@/lib/outbox/set-aside";
import { readWaiting } from "@/lib/outbox/waiting";
import type { OwnSettings, PolicyState } from "@/lib/policy/policy";
import type { CollectorConfig } from "@/lib/protocol/collector-config";

/** What every screen of the app needs to know first. Nothing here waits for the network. */
export async function readAppState(
  db: EarshotDatabase,
  policy: PolicyState,
  own: OwnSettings | null,
  hiddenOn: string[],
  isOnline: boolean,
): Promise<AppState> {
  const { endpoint } = policy.policy;
  const [session, config, name, notifyOff, answersOff] = await readKvs(
    db,
    "session",
    "config",
    "name",
    "notifyOff",
    "answersOff",
  );
  const told = configOf(config, endpoint);
  const here = session !== null && session.endpoint === endpoint ? session : null;
  return {
    policy,
    session: here?.info ?? null,
    sessionProblem: here?.problem ?? null,
    name,
    notify: { answers: answersOff === null, cannotWork: notifyOff === null },
    setAside: await countSetAside(db),
    orgName: told?.org.name ?? null,
    collectorSays: told && { retention: told.retention, privacyText: told.privacyText },
    sample: told?.org.sample === true,
    sync: await readSync(db, isOnline),
    hiddenOn,
    own,
  };
}

/** What the collector in use has said of itself; null before it has. */
function configOf(config: KvValues["config"] | null, endpoint: string | null): CollectorConfig | null {
  return config !== null && config.endpoint === endpoint ? config.config : null;
}

/** Whether everything that this collector has is made up; every screen says so. */
export async function readSample(db: EarshotDatabase, endpoint: string | null): Promise<boolean> {
  return configOf(await readKv(db, "config"), endpoint)?.org.sample === true;
}

async function readSync(db: EarshotDatabase, isOnline: boolean): Promise<SyncState> {
  const { waiting, reason } = await readWaiting(db);
  // The browser knows that the network is away before the first attempt has failed.
  const known = reason ?? (isOnline || waiting === 0 ? null : "offline");
  return { waiting, reason: known };
}
