import { readKv, writeKv } from "@/lib/database/kv-values";
import { adoptCollector, collectorKey } from "@/lib/outbox/collector-key";
import type { Policy } from "@/lib/policy/policy";
import { type CollectorConfig, collectorConfigSchema } from "@/lib/protocol/collector-config";
import { EVERY_MS, nextPollAt } from "./poll-plan";
import type { PullDeps } from "./pull-deps";

const AFTER_FAILURE_MS = 5 * 60_000;
type Configured = Policy & { endpoint: string };

/** Asks a collector who it is, once a day, and knows from that which items are for it. Gives when to ask again. */
export function createConfigPuller({ db, request, clock, random }: PullDeps) {
  return async function pullConfig(policy: Configured): Promise<number> {
    const stored = await readKv(db, "config");
    const known = stored?.endpoint === policy.endpoint ? stored : null;
    const now = clock.now();
    if (known && known.nextAt > now && known.nextAt <= now + 2 * EVERY_MS.config) {
      await adopt(policy.endpoint, known.config);
      return known.nextAt;
    }
    // Another failure so soon would say nothing new, and each kick would have to wait for it.
    const failed = await readKv(db, "configFailed");
    if (failed?.endpoint === policy.endpoint && failed.nextAt > now && failed.nextAt <= now + 2 * AFTER_FAILURE_MS) {
      if (known) await adopt(policy.endpoint, known.config);
      return failed.nextAt;
    }
    const answer = await request({
      endpoint: policy.endpoint,
      path: "/v1/config",
      authorization: policy.ingestToken === null ? null : `Bearer ${policy.ingestToken}`,
      headers: known?.etag ? { "if-none-match": known.etag } : {},
    });
    if (answer.kind === "answer" && answer.fromCollector) {
      const parsed = collectorConfigSchema.safeParse(answer.json);
      const config =
        answer.status === 304 ? known?.config : answer.status === 200 && parsed.success ? parsed.data : null;
      if (config) {
        const nextAt = nextPollAt(now, EVERY_MS.config, random.fraction());
        const etag = answer.etag ?? known?.etag ?? null;
        await writeKv(db, "config", { endpoint: policy.endpoint, config, etag, nextAt });
        await db.kv.delete("configFailed");
        await adopt(policy.endpoint, config);
        return nextAt;
      }
    }
    if (known) await adopt(policy.endpoint, known.config);
    const nextAt = nextPollAt(clock.now(), AFTER_FAILURE_MS, random.fraction());
    await writeKv(db, "configFailed", { endpoint: policy.endpoint, nextAt });
    return nextAt;
  };

  async function adopt(endpoint: string, config: CollectorConfig): Promise<void> {
    const key = collectorKey(endpoint, config.org.id);
    const before = await readKv(db, "collector");
    if (before?.endpoint === endpoint && before.key === key) return;
    await adoptCollector(db, endpoint, key, clock.now());
  }
}
