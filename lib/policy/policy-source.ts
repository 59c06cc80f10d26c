import type { Clock } from "@/lib/platform/clock";
import type { ManagedStorage } from "@/lib/platform/storage";
import { keyStates } from "./key-states";
import { parsePolicy } from "./parse-policy";
import { type OwnSettings, ownSettingsSchema, type PolicyState } from "./policy";

/** A small store that outlives the worker and that no content script can read (so never `storage.local`). */
interface KeyValue {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

export interface PolicySourceDeps {
  managed: ManagedStorage;
  kv: KeyValue;
  clock: Clock;
}

export interface PolicySource {
  /** What is in force. The first call reads it, later ones answer from memory. */
  current(): Promise<PolicyState>;
  /** The same at once; null before the first call of `current` has been answered. */
  known(): PolicyState | null;
  /** Called after every change of what is in force; gives the function that ends it. */
  onChange(callback: (state: PolicyState) => void): () => void;
  /** Keeps the person's own settings. Changes nothing where the organisation names the endpoint. */
  saveOwn(settings: OwnSettings): Promise<PolicyState>;
  /** The person's own settings as they typed them, refused items too; null where there are none. */
  own(): Promise<OwnSettings | null>;
  /** Registers the browser's listener; call it synchronously when the worker starts. */
  register(): void;
}

/** Chromium answered `{}` for about 3 s after an install, measured; a policy that is really gone stays gone. */
const EMPTY_IS_TRUE_AFTER_MS = 60_000;

/**
 * Where the policy comes from. Managed storage answers `{}` both where nothing is set and where the browser has not
 * loaded it yet: until one of the two is sure, what the last run had is in force.
 */
export function createPolicySource({ managed, kv, clock }: PolicySourceDeps): PolicySource {
  const callbacks = new Set<(state: PolicyState) => void>();
  let known: PolicyState | null = null;
  let emptyIsTrue = false;
  let loading: Promise<PolicyState> | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** One load at a time: two that overlap could leave the older one's answer in force. */
  function reload(): Promise<PolicyState> {
    const next = queue.then(load);
    queue = next.catch(() => {
      loading = null;
    });
    loading = next;
    return next;
  }

  async function load(): Promise<PolicyState> {
    const state = await stamp(inForce(await readManaged(), await kv.get("policy.own")));
    const before = known;
    known = state;
    if (before && before.changedAt !== state.changedAt) for (const callback of callbacks) callback(state);
    return state;
  }

  async function readManaged(): Promise<Record<string, unknown> | null> {
    const raw = await managed.read();
    if (raw && Object.keys(raw).length > 0) {
      await kv.set("policy.managed", raw);
      await kv.delete("policy.emptySince");
      return raw;
    }
    const cached = await kv.get("policy.managed");
    if (!isRecord(cached)) return null;
    if (raw !== null && !(await isTrulyEmpty())) return cached;
    await kv.delete("policy.managed");
    await kv.delete("policy.emptySince");
    return null;
  }

  async function isTrulyEmpty(): Promise<boolean> {
    if (emptyIsTrue) return true;
    const since = await kv.get("policy.emptySince");
    const now = clock.now();
    if (typeof since === "number" && since <= now) return now - since > EMPTY_IS_TRUE_AFTER_MS;
    await kv.set("policy.emptySince", now);
    return false;
  }

  async function stamp(state: Omit<PolicyState, "changedAt">): Promise<PolicyState> {
    const text = JSON.stringify(state);
    const before = await kv.get("policy.stamp");
    if (isRecord(before) && before["text"] === text && typeof before["changedAt"] === "number") {
      return { ...state, changedAt: before["changedAt"] };
    }
    // Two changes within one millisecond are still two.
    const changedAt = Math.max(clock.now(), (known?.changedAt ?? 0) + 1);
    await kv.set("policy.stamp", { text, changedAt });
    return { ...state, changedAt };
  }

  return {
    current: () => (known ? Promise.resolve(known) : (loading ?? reload())),
    known: () => known,
    onChange(callback) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    async saveOwn(settings) {
      const managedNow = await readManaged();
      if (!isUnset(managedNow?.["endpoint"])) return reload();
      await kv.set("policy.own", settings);
      return reload();
    },
    async own() {
      return ownSettingsSchema.safeParse(await kv.get("policy.own")).data ?? null;
    },
    register() {
      managed.onChange(() => {
        // The browser has spoken: from here on an empty answer is the truth.
        emptyIsTrue = true;
        void reload();
      });
    },
  };
}

/** Whose settings count: the organisation's where they name an endpoint, else the person's own, else what is left. */
function inForce(managed: Record<string, unknown> | null, own: unknown): Omit<PolicyState, "changedAt"> {
  const hasOwn = isRecord(own);
  if (managed && (!isUnset(managed["endpoint"]) || !hasOwn)) return { ...checked(managed), source: "managed" };
  if (hasOwn) return { ...checked(own), source: "own" };
  return { ...checked({}), source: "none" };
}

function checked(raw: Record<string, unknown>): Omit<PolicyState, "changedAt" | "source"> {
  const parsed = parsePolicy(raw);
  return { ...parsed, keys: keyStates(raw, parsed.refused) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
