import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { LIMITS } from "@/lib/protocol/limits";
import type { Policy } from "@/lib/policy/policy";
import type { CollectorClient } from "./collector-client";

type Configured = Policy & { endpoint: string };

/** Kept while the network is away; nobody opens more in that time. */
const MOST = 5_000;

/**
 * A reviewer has opened a report that has a name on it: the collector is to know, also where the network is away just
 * now. Nothing is kept of a report without a name, nor for a collector that has no trail. Gives whether it was noted.
 */
export async function noteOpened(db: EarshotDatabase, reportId: string, now: number): Promise<boolean> {
  return db.transaction("rw", db.reports, db.kv, async () => {
    const config = await readKv(db, "config");
    const row = await db.reports.get(reportId);
    if (!row?.doc.reporter || !config?.config.features.includes("audit")) return false;
    const before = (await readKv(db, "opened")) ?? [];
    await writeKv(db, "opened", [...before, { id: reportId, at: new Date(now).toISOString() }].slice(-MOST));
    return true;
  });
}

/** Tells the collector which named reports were opened; what it has not heard is told with the next run. */
export function createOpeningTeller({ db, request }: { db: EarshotDatabase; request: CollectorClient }) {
  return async function tellOpened({ endpoint, reviewers }: Configured): Promise<void> {
    for (;;) {
      const opened = ((await readKv(db, "opened")) ?? []).slice(0, LIMITS.opened);
      if (opened.length === 0 || reviewers.token === null) return;
      const answer = await request({
        endpoint,
        path: "/v1/reports/opened",
        method: "POST",
        authorization: `Bearer ${reviewers.token}`,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ opened }),
      });
      if (answer.kind === "network" || !answer.fromCollector) return;
      // What it cannot read it will never read.
      if (answer.status !== 204 && answer.status !== 400 && answer.status !== 404) return;
      await db.transaction("rw", db.kv, async () => {
        const rest = ((await readKv(db, "opened")) ?? []).slice(opened.length);
        if (rest.length > 0) await writeKv(db, "opened", rest);
        else await db.kv.delete("opened");
      });
    }
  };
}
