import type { EarshotDatabase } from "@/lib/database/open";
import { readKvs } from "@/lib/database/kv-values";
import { watch } from "@/lib/database/watch";
import type { Clock } from "@/lib/platform/clock";
import type { PolicyState, Site } from "@/lib/policy/policy";
import type { Waiting } from "./badge";
import { createLooks } from "@/lib/platform/looks";
import { takeNotice } from "./notice-state";

/** What one notification is about. */
export interface CannotWork {
  reportIds: string[];
  /** Policy's name of the site, where it is one report of a site that policy names. */
  site: Site["name"] | null;
}

export interface NoticeDeps {
  db: EarshotDatabase;
  policy: { current(): Promise<PolicyState>; onChange(callback: () => void): () => void };
  clock: Clock;
  log: { error(message: string, detail?: unknown): void };
  /** Called when what waits has changed; null for people who are no reviewers. */
  showWaiting(waiting: Waiting | null): void;
  /** One notification, in the place of the one before; null takes it away. */
  showCannotWork(what: CannotWork | null): void;
}

/**
 * Keeps the toolbar icon and the notification as the database says, whoever wrote to it: a poll, an answer, a sign-out.
 * It asks the collector for nothing.
 */
export function createNotice({ db, policy, clock, log, showWaiting, showCannotWork }: NoticeDeps) {
  const look = createLooks(takeLook, (error) => log.error("notice failed", error));

  async function takeLook(): Promise<void> {
    const inForce = (await policy.current()).policy;
    const noticed = await takeNotice(db, inForce, clock.now());
    if (noticed === null) return;
    showWaiting(noticed.waiting);
    if (noticed.does === "clear") showCannotWork(null);
    if (noticed.does !== "show") return;
    const reportIds = noticed.shown;
    const [only, ...others] = reportIds;
    const context = only !== undefined && others.length === 0 ? (await db.reports.get(only))?.doc.context : null;
    // A report says by itself what its site is called: only policy's own word is shown.
    const site = inForce.sites.find(({ name }) => name === context?.site)?.name ?? null;
    showCannotWork({ reportIds, site });
  }

  return {
    look,
    start(): void {
      policy.onChange(() => void look());
      watch(
        () => signal(db),
        () => void look(),
        (error) => log.error("notice cannot watch", error),
      );
    },
    /** The person has seen the notification: what comes next says nothing of these any more. Gives its reports. */
    async seen(): Promise<string[]> {
      return db.transaction("rw", db.kv, async () => {
        const [telling] = await readKvs(db, "telling");
        if (telling) await db.kv.put({ key: "telling", value: { ...telling, shown: [] } });
        return telling?.shown ?? [];
      });
    },
  };
}

/** What is written whenever something changes that is noticed: each page of changes moves the cursor. */
async function signal(db: EarshotDatabase): Promise<unknown> {
  return Promise.all([
    readKvs(db, "session", "cursor", "notifyOff"),
    db.outbox.where("[route+state+nextAt]").between(["session"], ["session", []]).primaryKeys(),
  ]);
}

export type Notice = ReturnType<typeof createNotice>;
