import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { offerAgain } from "@/lib/outbox/housekeeping";
import type { Clock } from "@/lib/platform/clock";
import { anonymousMs } from "@/lib/policy/anonymous-ms";
import type { PolicyState } from "@/lib/policy/policy";
import { DELAY_DIVISOR } from "@/lib/platform/build";
import type { Random } from "@/lib/platform/random";

const SPREAD_SEC = 1800;

export interface EpochDeps {
  db: EarshotDatabase;
  clock: Clock;
  random: Random;
  policy: { current(): Promise<PolicyState> };
}

/**
 * Watches the collector's history. Another epoch means that it may have been set back to a backup: what it had
 * acknowledged in the last 14 days is offered again, and everything that was read is read anew.
 */
export function createEpochWatch({ db, clock, random, policy }: EpochDeps, onNewEpoch: () => void) {
  return async function onEpoch(endpoint: string, epoch: string): Promise<void> {
    // Asked of every answer, and nearly always known: a transaction that may write would wait for the disk each time.
    if (isKnown(await readKv(db, "epoch"), endpoint, epoch)) return;
    const most = anonymousMs((await policy.current()).policy);
    const isNew = await db.transaction("rw", db.outbox, db.mine, db.kv, async () => {
      const stored = await readKv(db, "epoch");
      if (isKnown(stored, endpoint, epoch)) return false;
      await writeKv(db, "epoch", { endpoint, epoch });
      if (stored?.endpoint !== endpoint) return false;
      const config = await readKv(db, "config");
      const spreadSec = config?.endpoint === endpoint ? config.config.reofferSpreadSec : SPREAD_SEC;
      const collector = (await readKv(db, "collector"))?.key ?? "";
      const delay = () => Math.floor((random.fraction() * spreadSec * 1000) / DELAY_DIVISOR);
      const anonymousDelay = () => Math.floor(random.fraction() * most);
      await offerAgain(db, collector, clock.now(), delay, anonymousDelay);
      const cursor = await readKv(db, "cursor");
      await writeKv(db, "cursor", { ...cursor, collector, cursor: null, nextAt: 0 });
      await db.mine.toCollection().modify({ etag: null });
      return true;
    });
    if (isNew) onNewEpoch();
  };
}

function isKnown(stored: { endpoint: string; epoch: string } | null, endpoint: string, epoch: string): boolean {
  return stored?.endpoint === endpoint && stored.epoch === epoch;
}
