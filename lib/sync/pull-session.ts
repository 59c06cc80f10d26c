import { type KvValues, readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { Policy } from "@/lib/policy/policy";
import { sessionInfoSchema } from "@/lib/protocol/collector-config";
import { jittered } from "./backoff";
import type { Exchange } from "./collector-client";
import type { PullDeps } from "./pull-deps";

type Configured = Policy & { endpoint: string };
type Session = KvValues["session"];

const EVERY_MS = 12 * 3_600_000;
const AFTER_REFUSAL_MS = 60 * 60_000;
const AFTER_FAILURE_MS = 5 * 60_000;

/** Asks who the reviewer's token belongs to. The role is the collector's word, never policy's. */
export function createSessionPuller({ db, request, clock, random }: PullDeps) {
  /** Gives the session, or null where there is no token. `fresh`: ask although it is not time yet. */
  return async function pullSession(policy: Configured, fresh = false): Promise<Session | null> {
    const { endpoint, reviewers } = policy;
    const stored = await readKv(db, "session");
    if (reviewers.token === null) {
      if (stored) await forgetReviewer(db);
      return null;
    }
    const isSame = stored?.endpoint === endpoint && stored.token === reviewers.token;
    // Another token may be another person with another scope: nothing of the first one stays.
    if (stored && !isSame) await forgetReviewer(db);
    const known = isSame ? stored : null;
    const now = clock.now();
    if (known && !fresh && known.nextAt > now && known.nextAt <= now + 2 * EVERY_MS) return known;

    const authorization = `Bearer ${reviewers.token}`;
    const answer = await request({ endpoint, path: "/v1/auth/session", authorization });
    const session = after(answer, {
      endpoint,
      token: reviewers.token,
      info: known?.info ?? null,
      problem: null,
      nextAt: 0,
    });
    session.nextAt = now + jittered(waitMs(session), random.fraction());
    if (answer.kind === "answer" && answer.fromCollector && answer.status === 403) await forgetReviewer(db);
    await writeKv(db, "session", session);
    return session;
  };
}

function after(answer: Exchange, session: Session): Session {
  if (answer.kind === "network" || !answer.fromCollector) return { ...session, problem: "unreachable" };
  if (answer.status === 401) return { ...session, problem: "unauthorized" };
  if (answer.status === 403) return { ...session, info: null, problem: "unauthorized" };
  const info = sessionInfoSchema.safeParse(answer.json);
  return answer.status === 200 && info.success
    ? { ...session, info: info.data }
    : { ...session, problem: "unreachable" };
}

function waitMs({ problem }: Session): number {
  if (problem === null) return EVERY_MS;
  return problem === "unauthorized" ? AFTER_REFUSAL_MS : AFTER_FAILURE_MS;
}

/** The role is gone, or another person's: their copies of other people's reports go with it. */
export async function forgetReviewer(db: EarshotDatabase): Promise<void> {
  await db.transaction("rw", db.reports, db.kv, async () => {
    await db.reports.clear();
    await db.kv.bulkDelete(["session", "cursor"]);
  });
}
