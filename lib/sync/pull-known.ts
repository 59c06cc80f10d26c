import { readKv, readKvs, writeKv } from "@/lib/database/kv-values";
import type { BucketRow } from "@/lib/database/known-rows";
import { keyInForce } from "@/lib/outbox/collector-key";
import { sha256Hex } from "@/lib/platform/digest";
import { originsOf } from "@/lib/policy/origins-of";
import type { Policy } from "@/lib/policy/policy";
import type { CollectorConfig } from "@/lib/protocol/collector-config";
import { LIMITS } from "@/lib/protocol/limits";
import { type BucketFile, bucketFileSchema } from "@/lib/protocol/bucket-file";
import { bucketOf } from "@/lib/protocol/summary";
import type { Answer } from "./collector-client";
import { EVERY_MS, nextPollAt } from "./poll-plan";
import type { PullDeps } from "./pull-deps";

type Configured = Policy & { endpoint: string };

const AFTER_FAILURE_MS = 30 * 60_000;

/** The names of the files in which the policy's sites stand. */
export function wantedBuckets(policy: Pick<Policy, "sites">, { bucketBits: bits }: CollectorConfig): string[] {
  if (policy.sites.length === 0) return [];
  if (bits === 0) return ["all"];
  return [...new Set(originsOf(policy).map((origin) => bucketOf(sha256Hex(origin), bits)))];
}

/**
 * Fetches the staff-wide files of known annoyances: on a timer, for all sites of the policy alike and without a
 * credential, so that neither collector nor cache learns who visits what. A file that is not what it should be changes
 * nothing that is here. Gives when to ask again; null where there is nothing to ask for.
 */
export function createKnownPuller({ db, request, clock, random }: PullDeps) {
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
    const now = clock.now();
    // A clock that was set back must not hold it for ever.
    if (before && before.nextAt > now && before.nextAt <= now + 2 * EVERY_MS.known * config.pollScale)
      return before.nextAt;
    const answer = await request({
      endpoint,
      path,
      authorization: null,
      headers: before?.etag ? { "if-none-match": before.etag } : {},
      cached: true,
      mostBytes: LIMITS.bucketFileBytes,
    });
    const isAnswer = answer.kind === "answer" && answer.fromCollector;
    const isSame = isAnswer && answer.status === 304 && before !== null;
    const file = isAnswer && !isSame ? fileIn(answer, name, config.bucketBits) : null;
    const isMeant = isAnswer && (isSame || (file !== null && (await isOurs(endpoint, answer))));
    const interval = isMeant ? EVERY_MS.known : AFTER_FAILURE_MS;
    const nextAt = nextPollAt(clock.now(), interval, random.fraction(), config.pollScale);
    if (isAnswer && !isMeant) await doubtConfig(endpoint);
    const next: BucketRow = {
      name,
      collector,
      etag: before?.etag ?? null,
      items: before?.items ?? [],
      fetchedAt: before?.fetchedAt ?? 0,
      nextAt,
      ...(isMeant && { fetchedAt: clock.now() }),
      ...(isMeant && file && isAnswer && { etag: answer.etag, items: file.items }),
    };
    await store(next, isMeant ? file : null);
    return nextAt;
  }

  /** The history of another organisation, or of a time before: neither is ours. */
  async function isOurs(endpoint: string, { epoch }: Answer): Promise<boolean> {
    const known = await readKv(db, "epoch");
    return known?.endpoint !== endpoint || known.epoch === epoch;
  }

  /** Another file than the configuration promised: that is asked for anew, before the next try. */
  async function doubtConfig(endpoint: string): Promise<void> {
    await db.transaction("rw", db.kv, async () => {
      const stored = await readKv(db, "config");
      if (stored?.endpoint === endpoint) await writeKv(db, "config", { ...stored, nextAt: 0 });
    });
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
function fileIn(answer: Answer, name: string, bits: number): BucketFile | null {
  const parsed = bucketFileSchema.safeParse(answer.json);
  if (answer.status !== 200 || !parsed.success || parsed.data.bits !== bits) return null;
  return parsed.data.items.every(({ originHash }) => isIn(originHash, name, bits)) ? parsed.data : null;
}
