import { copyTables } from "@/lib/copies/keep";
import { type KvValues, readKv, writeKv } from "@/lib/database/kv-values";
import { base64url, sha256Bytes } from "@/lib/platform/digest";
import type { SessionValue } from "@/lib/platform/session-value";
import type { WebAuth } from "@/lib/platform/web-auth";
import type { Policy } from "@/lib/policy/policy";
import { type HeldSession, heldSessionSchema, type SignedIn, signedInSchema } from "@/lib/protocol/collector-config";
import { OPEN_GATE } from "../gate";
import { changeGate } from "../gates";
import { EVERY_MS, nextPollAt } from "../poll-plan";
import type { PullDeps } from "../pull-deps";
import { isPersonKey, personKey } from "../reviewer-key";
import { forgetFormer, forgetReviewer, keepOnly, reviewerTables } from "../reviewer-copies";
import { readCameBack, type SignInOutcome } from "./came-back";

type Configured = Policy & { endpoint: string };
type Session = KvValues["session"];

/**
 * Reviewers who sign in at the company's provider (policy: `reviewers.signIn: "oidc"`). Their token is in
 * `storage.session` only, and ends with the browser; who they are stands in the database, so that a renewal is told from
 * another person.
 *
 * A browser asks in silence only for somebody who has signed in here before: most people never do, and their browsers do
 * not call on the provider. Signed out by time alone, copies and marks stay, unseen; with the role they go.
 */
export interface SignIn {
  /** The policy with the token of who is signed in now, if anybody is. Asks nobody. */
  attach<P extends Policy>(policy: P): Promise<P>;
  /** The same after a silent renewal where one is due; `retryAt` where it is to be tried again. */
  renew(policy: Configured): Promise<{ policy: Configured; retryAt: number | null }>;
  /** The person has pressed "Sign in". */
  begin(policy: Policy): Promise<SignInOutcome>;
  /** The person has pressed "Sign out": here at once, whether or not the collector hears it. */
  end(policy: Policy): Promise<void>;
}

export interface SignInDeps extends PullDeps {
  webAuth: WebAuth;
  held: SessionValue;
}

/** A token that is about to end is renewed before: nobody notices. */
const RENEW_BEFORE_MS = 30 * 60_000;
const RETRY_MS = 5 * 60_000;

export function createSignIn({ db, request, clock, random, webAuth, held }: SignInDeps): SignIn {
  let triedAt: number | null = null;

  const attach: SignIn["attach"] = async (policy) => {
    if (policy.reviewers.signIn !== "oidc") return policy;
    const now = await usable(policy.endpoint);
    const reviewers = { signIn: "oidc", token: now?.token ?? null, ...(now && { person: now.person }) } as const;
    return { ...policy, reviewers };
  };

  /** The token that is good as far as we know: the collector has not refused it. */
  async function usable(endpoint: string | null): Promise<HeldSession | null> {
    const found = heldSessionSchema.safeParse(await held.read()).data;
    if (!found || found.endpoint !== endpoint || found.expiresAt <= clock.now()) return null;
    const session = await readKv(db, "session");
    const isRefused = session?.problem === "unauthorized" || session?.renew === true;
    return session?.token === personKey(found.person) && !isRefused ? found : null;
  }

  async function run({ endpoint }: Configured, prompt: "none" | "login" | null): Promise<SignInOutcome> {
    const [verifier, state] = [base64url(random.bytes(32)), base64url(random.bytes(16))];
    const redirectUri = webAuth.redirectUri();
    const query = new URLSearchParams({
      redirect_uri: redirectUri,
      code_challenge: base64url(sha256Bytes(verifier)),
      code_challenge_method: "S256",
      state,
      ...(prompt !== null && { prompt }),
    });
    const opened = await webAuth.open(`${endpoint}/v1/auth/start?${query}`, prompt !== "none");
    const came = readCameBack(opened, { redirectUri, state });
    if ("outcome" in came) return came.outcome;
    const answer = await request({
      endpoint,
      path: "/v1/auth/token",
      method: "POST",
      authorization: null,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code: came.code, verifier }),
    });
    if (answer.kind === "network" || !answer.fromCollector || answer.status !== 200) return "away";
    const signedIn = signedInSchema.safeParse(answer.json);
    if (!signedIn.success) return "away";
    await keep(endpoint, signedIn.data);
    return "ok";
  }

  async function keep(endpoint: string, { token, person, ...info }: SignedIn): Promise<void> {
    const key = personKey(person);
    await forgetFormer(db, endpoint, key);
    await held.write({ endpoint, token, person, expiresAt: endOf(info.expiresAt, clock.now()) } satisfies HeldSession);
    const nextAt = nextPollAt(clock.now(), EVERY_MS.session, random.fraction());
    await db.transaction("rw", copyTables(db), async () => {
      await writeKv(db, "session", { endpoint, token: key, info, problem: null, nextAt });
      if (info.scope) await keepOnly(db, info.scope);
    });
    // What was said meanwhile goes now, and not when a blocked way is next tried.
    await changeGate(db, endpoint, "session", () => OPEN_GATE);
  }

  /** The role is gone, or there never was one. */
  async function noteNoRole(endpoint: string): Promise<void> {
    await held.clear();
    await db.transaction("rw", reviewerTables(db), async () => {
      const session = await readKv(db, "session");
      await forgetReviewer(db);
      const token = session && isPersonKey(session.token) ? session.token : personKey("");
      await writeKv(db, "session", { endpoint, token, info: null, problem: "noRole", nextAt: 0 });
    });
  }

  /** A silent renewal that came to nothing. While the token is still good nothing has changed. */
  async function noteFailed({ endpoint }: Configured, session: Session, outcome: SignInOutcome): Promise<void> {
    if (outcome === "noRole") return noteNoRole(endpoint);
    if (outcome === "ok" || (await usable(endpoint))) return;
    const isOut = outcome !== "away" || session.renew === true;
    const { renew: _, ...rest } = session;
    await writeKv(
      db,
      "session",
      isOut ? { ...rest, info: null, problem: "signedOut" } : { ...session, problem: "unreachable" },
    );
  }

  return {
    attach,
    async renew(policy) {
      const session = await readKv(db, "session");
      const attached = async (retryAt: number | null) => ({ policy: await attach(policy), retryAt });
      const wasIn = session?.endpoint === policy.endpoint && session.info !== null && isPersonKey(session.token);
      if (policy.reviewers.signIn !== "oidc" || !session || !wasIn) return attached(null);
      const now = clock.now();
      const found = await usable(policy.endpoint);
      if (found && found.expiresAt - now > RENEW_BEFORE_MS) return attached(null);
      const waitsUntil = triedAt !== null && triedAt <= now && now - triedAt < RETRY_MS ? triedAt + RETRY_MS : null;
      if (waitsUntil !== null && session.renew !== true) return attached(waitsUntil);
      // One that has just been renewed is refused again: only the person can help.
      const outcome = waitsUntil === null ? await run(policy, "none") : "signedOut";
      triedAt = now;
      await noteFailed(policy, session, outcome);
      return attached(outcome === "away" ? now + RETRY_MS : null);
    },
    async begin(policy) {
      const { endpoint, reviewers } = policy;
      if (endpoint === null || reviewers.signIn !== "oidc") return "away";
      // The provider would say the same of the same account again, and show nothing.
      const isRefused = (await readKv(db, "session"))?.problem === "noRole";
      const outcome = await run({ ...policy, endpoint }, isRefused ? "login" : null);
      if (outcome === "noRole") await noteNoRole(endpoint);
      return outcome;
    },
    async end(policy) {
      const found = await usable(policy.endpoint);
      await held.clear();
      await forgetReviewer(db);
      if (!found) return;
      const { endpoint, token } = found;
      await request({ endpoint, path: "/v1/auth/session", method: "DELETE", authorization: `Bearer ${token}` });
    },
  };
}

const LONGEST_MS = 12 * 3_600_000;

/** By this computer's clock, which may be years off: then the collector's 401 says when it is over. */
function endOf(expiresAt: string, now: number): number {
  const at = Date.parse(expiresAt);
  return at > now && at <= now + LONGEST_MS ? at : now + LONGEST_MS;
}

/** Where nobody signs in. */
export const NO_SIGN_IN: SignIn = {
  attach: (policy) => Promise.resolve(policy),
  renew: (policy) => Promise.resolve({ policy, retryAt: null }),
  begin: () => Promise.resolve("away"),
  end: () => Promise.resolve(),
};
