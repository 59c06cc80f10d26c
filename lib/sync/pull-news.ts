import { type KvValues, readKv, readKvs, writeKv } from "@/lib/database/kv-values";
import { keyInForce } from "@/lib/outbox/collector-key";
import type { Policy } from "@/lib/policy/policy";
import { newsFileSchema } from "@/lib/protocol/digest";
import { LIMITS } from "@/lib/protocol/limits";
import { createPublicAsk } from "./ask-public";
import { EVERY_MS } from "./poll-plan";
import type { PullDeps } from "./pull-deps";

/**
 * Fetches the file of published months and of how well people are heard. One that is not what it should be changes
 * nothing that is here. Gives when to ask again; null where there is nothing to ask for.
 */
export function createNewsPuller(deps: PullDeps) {
  const { db, clock } = deps;
  const ask = createPublicAsk(deps);

  async function pullNews(policy: Policy & { endpoint: string }): Promise<number | null> {
    const collector = await keyInForce(db);
    const [stored, failed, news] = await readKvs(db, "config", "configFailed", "news");
    const config = stored?.endpoint === policy.endpoint ? stored.config : null;
    // Not known yet, which is no reason to throw away what is here.
    if (config === null) return failed?.nextAt ?? null;
    if (config.publicToken === undefined || !config.features.includes("news")) {
      await db.kv.delete("news");
      return null;
    }
    const before = news?.collector === collector ? news : null;
    const answer = await ask({
      endpoint: policy.endpoint,
      path: `/p/${config.publicToken}/news.json`,
      before,
      mostBytes: LIMITS.newsFileBytes,
      everyMs: EVERY_MS.news,
      pollScale: config.pollScale,
      read: readFile,
    });
    if (answer.is !== "early") {
      const { nextAt } = answer;
      const now = answer.is === "new" ? { etag: answer.etag, file: answer.content } : { etag: null, file: null };
      await store({ ...now, ...(answer.is !== "new" && before), collector, nextAt, askedAt: clock.now() });
    }
    return answer.nextAt;
  }

  async function store(next: KvValues["news"]): Promise<void> {
    await db.transaction("rw", db.kv, async () => {
      // Another organisation was put in force while this one's answer was under way.
      if ((await keyInForce(db)) === next.collector) await writeKv(db, "news", next);
    });
  }

  return {
    pullNews,
    /** What was asked for longer ago than that is asked for now: a month was shared from here, or somebody looks. */
    async makeDue(olderThanMs: number): Promise<void> {
      await db.transaction("rw", db.kv, async () => {
        const news = await readKv(db, "news");
        // A clock that was set back makes it due as well.
        const ageMs = clock.now() - (news?.askedAt ?? 0);
        if (news && (ageMs < 0 || ageMs >= olderThanMs)) await writeKv(db, "news", { ...news, nextAt: 0 });
      });
    },
  };
}

function readFile(json: unknown) {
  const parsed = newsFileSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}
