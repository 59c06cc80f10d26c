import type { Clock, Timers } from "@/lib/platform/clock";
import type { PolicyState } from "@/lib/policy/policy";
import type { SyncEngine } from "./engine";

export interface LiveDeps {
  engine: Pick<SyncEngine, "refreshThreads" | "pullSession" | "pullChanges">;
  policy: { current(): Promise<PolicyState> };
  clock: Clock;
  timers: Timers;
  log: { error(message: string, detail?: unknown): void };
}

/** The part of a port that counts here. */
export interface PopupPort {
  sender?: { tab?: { id?: number } } | undefined;
  onDisconnect: { addListener(callback: () => void): void };
}

const WAIT_SEC = 15;
/** Own threads while the popup is open; they have no long poll, and are conditional requests. */
const THREADS_EVERY_MS = 15_000;
const PAUSE_MS = 5_000;

/** What happens only while a popup is open: a long poll for reviewers, and fresh threads for everybody. */
export function createLive({ engine, policy, clock, timers, log }: LiveDeps) {
  const popups = new Set<PopupPort>();
  let following = false;
  let stopTicking: (() => void) | null = null;

  function tick(): void {
    stopTicking = timers.set(() => {
      void engine.refreshThreads();
      follow();
      tick();
    }, THREADS_EVERY_MS);
  }

  function follow(): void {
    if (following) return;
    following = true;
    followChanges()
      .catch((error: unknown) => log.error("live changes stopped", error))
      .finally(() => {
        following = false;
      });
  }

  async function followChanges(): Promise<void> {
    while (popups.size > 0) {
      const { endpoint, ...rest } = (await policy.current()).policy;
      if (endpoint === null) return;
      const configured = { ...rest, endpoint };
      const session = await engine.pullSession(configured);
      if (!session?.info || session.problem === "unauthorized") return;
      const startedAt = clock.now();
      const { outcome, changed } = await engine.pullChanges(configured, WAIT_SEC);
      if (outcome === "refused") return;
      // A collector that does not hold its answers back must not be asked without a breath between.
      if (outcome === "failed" || (changed === 0 && clock.now() - startedAt < 1000)) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      timers.set(resolve, PAUSE_MS);
    });
  }

  return {
    /** The tabs that the open ones are in; null for a popup, which is in none. */
    tabs: (): (number | null)[] => [...popups].map(({ sender }) => sender?.tab?.id ?? null),
    connect(port: PopupPort): void {
      popups.add(port);
      if (popups.size === 1) tick();
      follow();
      port.onDisconnect.addListener(() => {
        popups.delete(port);
        if (popups.size === 0) stopTicking?.();
      });
    },
  };
}
