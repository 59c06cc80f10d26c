import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { Clock } from "@/lib/platform/clock";
import type { Policy } from "@/lib/policy/policy";
import { isPollTime } from "./clock-off";
import type { createOpeningTeller } from "./openings";
import type { createChangesPuller } from "./pull-changes";
import type { createSessionPuller } from "./pull-session";
import { isSignedOut } from "./reviewer-key";
import { isUnused } from "./reviewer-copies";
import type { SignIn } from "./sign-in/create-sign-in";

type Configured = Policy & { endpoint: string };

export interface ReviewDeps {
  db: EarshotDatabase;
  clock: Clock;
  signIn: SignIn;
  pullSession: ReturnType<typeof createSessionPuller>;
  pullChanges: ReturnType<typeof createChangesPuller>["pullChanges"];
  tellOpened: ReturnType<typeof createOpeningTeller>;
  /** What has become possible meanwhile is done with another run. */
  runAgain: () => void;
}

/** A reviewer's part of a run: who are they, what did they open, what has changed. Gives when to come again. */
export function createReview({ db, clock, signIn, pullSession, pullChanges, tellOpened, runAgain }: ReviewDeps) {
  /** `fresh`: somebody looks, or something was sent. */
  return async function review(asked: Configured, fresh: boolean): Promise<number | null> {
    const { policy, retryAt } = await signIn.renew(asked);
    // Signed in again: what waited for that goes.
    if (isSignedOut(asked) && !isSignedOut(policy)) runAgain();
    const session = await pullSession(policy, fresh && (await readKv(db, "session"))?.problem !== null);
    if (!session) return retryAt;
    if (session.renew) return renewNow();
    if (!session.info || session.problem === "unauthorized") return session.nextAt;
    await tellOpened(policy);
    // Nothing is copied for somebody who does not look; looking pulls.
    if (await isUnused(db, clock.now())) return session.nextAt;
    const cursor = await readKv(db, "cursor");
    if (fresh || isPollTime(cursor?.nextAt ?? 0, clock.now())) await pullChanges(policy);
    if ((await readKv(db, "session"))?.renew) return renewNow();
    return Math.min(session.nextAt, (await readKv(db, "cursor"))?.nextAt ?? session.nextAt);
  };

  function renewNow(): number {
    runAgain();
    return clock.now();
  }
}
