import { copyTables } from "@/lib/copies/keep";
import { type KvValues, readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { Policy } from "@/lib/policy/policy";
import { anyRoleSchema, sessionInfoSchema } from "@/lib/protocol/collector-config";
import { problemSchema, slugOf } from "@/lib/protocol/problem";
import type { Clock } from "@/lib/platform/clock";
import type { Random } from "@/lib/platform/random";
import type { Answer, Exchange } from "./collector-client";
import { reviewerKey } from "./reviewer-key";
import { forgetFormer, forgetReviewer, keepOnly, reviewerTables } from "./reviewer-copies";
import { EVERY_MS, nextPollAt } from "./poll-plan";
import type { PullDeps } from "./pull-deps";

type Configured = Policy & { endpoint: string };
type Session = KvValues["session"];

const AFTER_REFUSAL_MS = 60 * 60_000;
const AFTER_FAILURE_MS = 5 * 60_000;

/** Asks who the reviewer's token belongs to. The role is the collector's word, never policy's. */
export function createSessionPuller({ db, request, clock, random }: PullDeps) {
  /** Gives the session, or null where there is no token. `fresh`: ask although it is not time yet. */
  return async function pullSession(policy: Configured, fresh = false): Promise<Session | null> {
    const { endpoint, reviewers } = policy;
    // Another token may be another person with another scope: nothing of the first one stays.
    const key = reviewerKey(reviewers);
    await forgetFormer(db, endpoint, key);
    if (reviewers.token === null || typeof key !== "string") return null;
    const known = await readKv(db, "session");
    const now = clock.now();
    if (known && !fresh && known.nextAt > now && known.nextAt <= now + 2 * EVERY_MS.session) return known;

    const authorization = `Bearer ${reviewers.token}`;
    const answer = await request({ endpoint, path: "/v1/auth/session", authorization });
    const refused = await noteRefusal({ db, clock, random }, policy, answer);
    if (refused) return refused;
    const session = after(answer, {
      endpoint,
      token: key,
      info: known?.info ?? null,
      problem: null,
      nextAt: 0,
    });
    session.nextAt = nextPollAt(now, session.problem === null ? EVERY_MS.session : AFTER_FAILURE_MS, random.fraction());
    await db.transaction("rw", copyTables(db), async () => {
      await writeKv(db, "session", session);
      if (session.info?.scope) await keepOnly(db, session.info.scope);
    });
    return session;
  };
}

function after(answer: Exchange, session: Session): Session {
  if (answer.kind === "network" || !answer.fromCollector) return { ...session, problem: "unreachable" };
  const info = sessionInfoSchema.safeParse(answer.json);
  return answer.status === 200 && info.success
    ? { ...session, info: info.data }
    : { ...session, problem: "unreachable" };
}

/** Somebody whom the collector knows, and who is no reviewer (any more). */
function isOtherRole({ status, json }: Answer): boolean {
  const said = anyRoleSchema.safeParse(json);
  return status === 200 && said.success && !sessionInfoSchema.shape.role.safeParse(said.data.role).success;
}

/** The collector does not know it (any more), and nobody has ended it. */
function hasRunOut({ status, json }: Answer): boolean {
  const problem = problemSchema.safeParse(json);
  return status === 401 && !(problem.success && slugOf(problem.data) === "token-revoked");
}

/** Whoever signed in may do so again, unseen: until that has failed nothing is lost. */
function noteRunOut(db: EarshotDatabase): Promise<Session | null> {
  return db.transaction("rw", db.kv, async () => {
    const known = await readKv(db, "session");
    if (!known) return null;
    const session: Session = { ...known, renew: true };
    await writeKv(db, "session", session);
    return session;
  });
}

/**
 * Where the collector refuses the reviewer's token, at whatever request, that is written down at once, so that the
 * person is told, and the copies go: whoever has no role (any more) has no business with them. Gives the session that is
 * left, or null where the answer is no refusal.
 */
export async function noteRefusal(
  { db, clock, random }: { db: EarshotDatabase; clock: Clock; random: Random },
  { endpoint, reviewers }: Configured,
  answer: Exchange,
): Promise<Session | null> {
  const token = reviewerKey(reviewers);
  if (answer.kind === "network" || !answer.fromCollector || typeof token !== "string") return null;
  if (answer.status !== 401 && answer.status !== 403 && !isOtherRole(answer)) return null;
  if (reviewers.signIn === "oidc" && hasRunOut(answer)) return noteRunOut(db);
  const nextAt = nextPollAt(clock.now(), AFTER_REFUSAL_MS, random.fraction());
  return db.transaction("rw", reviewerTables(db), async () => {
    await forgetReviewer(db);
    const session: Session = { endpoint, token, info: null, problem: "unauthorized", nextAt };
    await writeKv(db, "session", session);
    return session;
  });
}
