import { readKvs } from "@/lib/database/kv-values";
import type { BucketRow } from "@/lib/database/known-rows";
import { keyInForce } from "@/lib/outbox/collector-key";
import { sha256Hex } from "@/lib/platform/digest";
import { originsOf } from "@/lib/policy/origins-of";
import type { Policy } from "@/lib/policy/policy";
import type { CollectorConfig } from "@/lib/protocol/collector-config";
import { LIMITS } from "@/lib/protocol/limits";
import { type BucketFile, bucketFileSchema } from "@/lib/protocol/bucket-file";
import { bucketOf } from "@/lib/protocol/summary";
import { createPublicAsk } from "./ask-public";
import { EVERY_MS } from "./poll-plan";
import type { PullDeps } from "./pull-deps";

type Configured = Policy & { endpoint: string };

/** The names of the files in which the policy's sites stand. */
export function wantedBuckets(policy: Pick<Policy, "sites">, { bucketBits: bits }: CollectorConfig): string[] {
  if (policy.sites.length === 0) return [];
  if (bits === 0) return ["all"];
  return [...new Set(originsOf(policy).map((origin) => bucketOf(sha256Hex(origin), bits)))];
}

/**
 * Fetches the staff-wide files of known annoyances, for all sites of the policy alike. A file that is not what it should
 * be changes nothing that is here. Gives when to ask again; null where there is nothing to ask for.
 */
export function createKnownPuller(deps: PullDeps) {
  const { db, clock } = deps;
  const ask = createPublicAsk(deps);

  async function pullKnown(policy: Configured): Promise<number | null> {
    const [stored, failed] = await readKvs(db, "config", "configFailed");
    const config = stored?.endpoint === policy.endpoint ? stored.config : null;
    // Not known yet, which is no reason to throw away what is here.
    if (config === null) return failed?.nextAt ?? null;
    const token = config.features.includes("summaries") ? config.publicToken : undefined;
    const names = token === undefined ? [] : wantedBuckets(policy, config);
    await db.buckets.where("name").noneOf(names).delete();
    const times: number[] = [];
    for (const name of names) times.push(await pullOne(policy.endpoint, `/p/${token}/${name}.json`, name, config));
    return times.length === 0 ? null : Math.min(...times);
  }

  async function pullOne(endpoint: string, path: string, name: string, config: CollectorConfig): Promise<number> {
    const collector = await keyInForce(db);
    const row = await db.buckets.get(name);
    const before = row?.collector === collector ? row : null;
    const { bucketBits: bits, pollScale } = config;
    const read = (json: unknown) => fileIn(json, name, bits);
    const answer = await ask({
      endpoint,
      path,
      before,
      mostBytes: LIMITS.bucketFileBytes,
      everyMs: EVERY_MS.known,
      pollScale,
      read,
    });
    if (answer.is === "early") return answer.nextAt;
    const next: BucketRow = {
      name,
      collector,
      etag: before?.etag ?? null,
      items: before?.items ?? [],
      fetchedAt: answer.is === "failed" ? (before?.fetchedAt ?? 0) : clock.now(),
      nextAt: answer.nextAt,
      ...(answer.is === "new" && { etag: answer.etag, items: answer.content.items }),
    };
    await store(next, answer.is === "new" ? answer.content : null);
    return answer.nextAt;
  }

  async function store(row: BucketRow, file: BucketFile | null): Promise<void> {
    await db.transaction("rw", [db.buckets, db.joined, db.kv], async () => {
      // Another organisation was put in force while this one's answer was under way.
      if ((await keyInForce(db)) !== row.collector) return;
      await db.buckets.put(row);
      if (file === null) return;
      const items = new Map(file.items.map((item) => [item.reportId, item]));
      await db.joined
        .filter(({ collector, known }) => collector === row.collector && isIn(known.originHash, row.name, file.bits))
        .modify((joined) => {
          const known = items.get(joined.id);
          if (known) {
            joined.known = known;
            delete joined.gone;
          } else joined.gone = true;
        });
    });
  }

  return {
    pullKnown,
    /** Nothing of another collector than the one in force is kept. */
    async forgetFormer(): Promise<void> {
      const key = await keyInForce(db);
      const former = await db.buckets.filter(({ collector }) => collector !== key).primaryKeys();
      if (former.length > 0) await db.buckets.bulkDelete(former);
    },
  };
}

function isIn(originHash: string, name: string, bits: number): boolean {
  return bucketOf(originHash, bits) === name;
}

/** null for what is no such file, or not the one that was asked for. */
function fileIn(json: unknown, name: string, bits: number): BucketFile | null {
  const parsed = bucketFileSchema.safeParse(json);
  if (!parsed.success || parsed.data.bits !== bits) return null;
  return parsed.data.items.every(({ originHash }) => isIn(originHash, name, bits)) ? parsed.data : null;
}
