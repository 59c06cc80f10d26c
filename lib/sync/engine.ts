import { type GateName, readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow } from "@/lib/database/rows";
import { adoptWebhook, isProvisional, keyInForce, pointAt } from "@/lib/outbox/collector-key";
import { endDamaged } from "@/lib/outbox/damaged";
import { ownerLock } from "@/lib/outbox/due";
import { expirePictures } from "@/lib/outbox/expire-pictures";
import { moveWaiting } from "@/lib/outbox/move-waiting";
import { expire, repairClock } from "@/lib/outbox/housekeeping";
import type { Settled } from "@/lib/outbox/settle";
import type { Alarms } from "@/lib/platform/alarms";
import type { Clock, Timers } from "@/lib/platform/clock";
import type { Ids } from "@/lib/platform/ids";
import type { Locks } from "@/lib/platform/locks";
import type { Random } from "@/lib/platform/random";
import { isSendOnly } from "@/lib/policy/is-send-only";
import type { Policy, PolicyState } from "@/lib/policy/policy";
import { createCollectorCheck } from "./check-collector";
import { createCollectorClient, type Fetch } from "./collector-client";
import { createEpochWatch } from "./epoch";
import { createEraser } from "./eraser";
import { openGates } from "./gates";
import { look } from "./look";
import { createOpeningTeller, noteOpened } from "./openings";
import { createClockWatch } from "./clock-off";
import { createPictureFetcher } from "./fetch-picture";
import { createPictureUploader } from "./picture-uploader";
import { plan } from "./plan";
import { createChangesPuller } from "./pull-changes";
import { createConfigPuller } from "./pull-config";
import { createKnownPuller } from "./pull-known";
import { createNewsPuller } from "./pull-news";
import { createSessionPuller } from "./pull-session";
import { createThreadPuller } from "./pull-threads";
import type { PullDeps } from "./pull-deps";
import { isSignedOut, reviewerKey } from "./reviewer-key";
import { NO_SIGN_IN, type SignIn } from "./sign-in/create-sign-in";
import { createReview } from "./review";
import { expireCopies, forgetFormer, noteUse } from "./reviewer-copies";
import { createUploader } from "./uploader";
import { placeOf } from "./webhook";

export interface SyncEngineDeps {
  db: EarshotDatabase;
  fetch: Fetch;
  clock: Clock;
  timers: Timers;
  alarms: Alarms;
  locks: Locks;
  random: Random;
  ids: Ids;
  /** Of this extension, as its manifest has it. */
  version: string;
  policy: { current(): Promise<PolicyState> };
  /** Left out where nobody signs in. */
  signIn?: (deps: PullDeps) => SignIn;
  log: { info(message: string, detail?: unknown): void; error(message: string, detail?: unknown): void };
  /** Rows that have just been received, refused or set aside. */
  onSettled(rows: readonly OutboxRow[]): void;
}

export const SYNC_ALARM = "sync";
/** Timers are kept to waits that the worker lives through (it stops after 30 s idle); alarms do the rest. */
const LONGEST_TIMER_MS = 25_000;
/** Older news are asked for when somebody looks. */
const NEWS_AGE_MS = 3_600_000;
const HOUSEKEEPING_EVERY_MS = 6 * 3_600_000;
type Configured = Policy & { endpoint: string };

/**
 * Sends what waits and pulls what is new, one run at a time. A run asks `plan` what to do until it says "wait", pulls
 * what is due, and sets timer and alarm for the next one. It keeps no state of its own: a worker that is killed at any
 * moment leaves everything in the database, and the next one goes on from there.
 */
export function createSyncEngine(deps: SyncEngineDeps) {
  const { db, clock, timers, alarms, locks, random, log } = deps;
  const owner = deps.ids.random();
  const onEpoch = createEpochWatch(deps, () => {
    log.info("the collector tells another history: offering again");
    // What was taken back is there again now, and may be read until this run comes.
    void kick();
  });
  const request = createCollectorClient({ fetch: deps.fetch, clock, onEpoch, onTime: createClockWatch(db, clock) });
  const pullDeps = { db, request, clock, random };
  const uploader = createUploader({ ...pullDeps, owner });
  const pictures = createPictureUploader({ ...pullDeps, owner });
  const eraser = createEraser({ ...pullDeps, owner });
  const pullConfig = createConfigPuller(pullDeps);
  const pullSession = createSessionPuller(pullDeps);
  const { pullChanges } = createChangesPuller({ ...pullDeps, version: deps.version });
  const { pullKnown, forgetFormer: forgetFormerKnown } = createKnownPuller(pullDeps);
  const { pullNews, makeDue: makeNewsDue } = createNewsPuller(pullDeps);
  const tellOpened = createOpeningTeller(pullDeps);
  const threads = createThreadPuller(pullDeps);
  const signIn = deps.signIn?.(pullDeps) ?? NO_SIGN_IN;
  const fetchPicture = createPictureFetcher(request);
  const runAgain = () => void (again = true);
  const review = createReview({ db, clock, signIn, pullSession, pullChanges, tellOpened, runAgain });

  let running: Promise<void> | null = null;
  let again = false;
  let wantsFresh = false;
  let stopTimer: (() => void) | null = null;

  /** A worker that is stopped in the middle of its work can leave no alarm behind: so there is one before it begins. */
  function comeBack(): void {
    alarms.set(SYNC_ALARM, 0);
  }

  /** Runs soon; resolves when there is nothing left to do now. Never rejects. */
  function kick(): Promise<void> {
    comeBack();
    again = true;
    running ??= locks
      .ifFree("sync", loop)
      .then((ran) => {
        // Another context has the lock and does the work; we look again later.
        if (ran !== null) return;
        again = false;
        comeBack();
      })
      .catch(async (error: unknown) => {
        log.error("sync failed", error);
        again = false;
        comeBack();
        await heal();
      })
      .then(() => {
        running = null;
        return again ? kick() : undefined;
      });
    return running;
  }

  /** What cannot be read must not stop what can; rejects no more than `kick` does. */
  async function heal(): Promise<void> {
    try {
      const ended = await endDamaged(db, clock.now(), deps.ids.random);
      if (ended.length > 0) deps.onSettled(ended);
    } catch (error) {
      log.error("damaged items were not looked for", error);
    }
  }

  async function loop(): Promise<true> {
    while (again) {
      again = false;
      await run();
    }
    return true;
  }

  async function run(): Promise<void> {
    const policy = await signIn.attach((await deps.policy.current()).policy);
    const place = placeOf(policy);
    await pointAt(db, place);
    await keepHouse();
    await forgetFormerKnown();
    // A webhook has no reviewers, whatever policy says.
    await forgetFormer(db, policy.endpoint, isSendOnly(policy) ? null : reviewerKey(policy.reviewers));
    if (policy.endpoint === null) return schedule([]);
    const configured: Configured = { ...policy, endpoint: policy.endpoint };
    if (isSendOnly(policy)) {
      await adoptWebhook(db, place, clock.now());
      if (policy.moveWaiting) await moveWaiting(db, clock.now());
      return schedule([await drain(configured)]);
    }
    // Whose endpoint it is decides what may go there. Once that is known, what people wrote goes before all questions.
    if (isProvisional(await keyInForce(db))) await pullConfig(configured);
    if (policy.moveWaiting) await moveWaiting(db, clock.now());
    const keyBefore = await keyInForce(db);
    const sendAt = await drain(configured);
    // Written while an answer was waited for: it goes now, and not when the last question is answered.
    const sendNew = async () => void (again && (await drain(configured)));
    const pullThreads = (to: Configured) => threads.pullDue(to.endpoint, sendNew);
    const pulledAt: (number | null)[] = [];
    const reviewed = (to: Configured) => {
      const fresh = wantsFresh;
      wantsFresh = false;
      return review(to, fresh);
    };
    for (const pull of [pullConfig, pullThreads, reviewed, pullKnown, pullNews]) {
      await sendNew();
      pulledAt.push(await pull(configured));
    }
    // Knowing another organisation may free items, or set some aside.
    if ((await keyInForce(db)) !== keyBefore) again = true;
    schedule([sendAt, ...pulledAt]);
  }

  /** Sends until the plan says "wait"; gives until when. */
  async function drain(policy: Configured): Promise<number | null> {
    const closed: GateName[] = isSignedOut(policy) ? ["session"] : [];
    const stuck = new Set(closed);
    for (;;) {
      const alive = await locks.held();
      const next = plan(await look(db, { endpoint: policy.endpoint, now: clock.now(), alive, stuck }));
      if (next.do === "wait") return next.until;
      if (next.do === "upload") {
        if (!(await pictures.send({ ...next, policy, alive }))) stuck.add(next.gate);
        continue;
      }
      if (next.do === "erase") {
        const erased = await eraser.send({ policy, alive });
        if (erased === null) stuck.add("erase");
        // A reviewer's own copy goes at once, and not with the next look at what has changed.
        else if (erased === "gone") wantsFresh = true;
        continue;
      }
      const { route } = next;
      const noteSettled = (settled: Settled) => {
        const ended = [...settled.received, ...settled.dead];
        if (ended.length > 0) deps.onSettled(ended);
        if (route === "session" && settled.received.length > 0) answered = true;
        if (settled.received.some(({ type }) => type === "org.earshot.digest.published.v1")) shared = true;
      };
      let answered = false;
      let shared = false;
      if (!(await uploader.send({ ...next, policy, alive }, noteSettled))) {
        stuck.add(route);
        continue;
      }
      // What was settled may have freed what stood behind it.
      stuck.clear();
      for (const gate of closed) stuck.add(gate);
      if (shared) await makeNewsDue(0);
      if (answered) {
        wantsFresh = true;
        await threads.makeDue();
      }
    }
  }

  async function keepHouse(): Promise<void> {
    const now = clock.now();
    await repairClock(db, now);
    const last = (await readKv(db, "housekept")) ?? 0;
    if (last <= now && last > now - HOUSEKEEPING_EVERY_MS) return;
    await heal();
    const parked = await expire(db, now);
    await expirePictures(db, now);
    await expireCopies(db, now);
    if (parked.length > 0) deps.onSettled(parked);
    await writeKv(db, "housekept", now);
  }

  function schedule(times: readonly (number | null)[]): void {
    stopTimer?.();
    const known = times.filter((time) => time !== null);
    if (known.length === 0) return alarms.clear(SYNC_ALARM);
    const delayMs = Math.max(0, Math.min(...known) - clock.now());
    // The alarm is set in any case: it is what is left where the worker dies before its timer.
    alarms.set(SYNC_ALARM, delayMs);
    if (delayMs < LONGEST_TIMER_MS) stopTimer = timers.set(() => void kick(), delayMs);
  }

  return {
    kick,
    comeBack,
    /** The worker has started: holds the lock that says so, and runs. */
    start(): Promise<void> {
      locks.holdForLife(ownerLock(owner));
      return kick();
    },
    /** The network or the policy has changed: closed ways are tried again at once. */
    async tryAgain(): Promise<void> {
      const { policy } = await deps.policy.current();
      if (policy.endpoint !== null) await openGates(db, policy.endpoint);
      await db.kv.delete("configFailed");
      await kick();
    },
    /** Somebody is looking: pulls although it is not time yet. */
    async refresh(): Promise<void> {
      await noteUse(db, clock.now());
      await threads.makeDue();
      await makeNewsDue(NEWS_AGE_MS);
      wantsFresh = true;
      await kick();
    },
    /** A popup is open still: the person's own threads only. */
    async refreshThreads(): Promise<void> {
      await noteUse(db, clock.now());
      await threads.makeDue();
      await kick();
    },
    /** A reviewer has opened a report. */
    async opened(reportId: string): Promise<void> {
      if (await noteOpened(db, reportId, clock.now())) await kick();
    },
    signIn,
    pullSession: async (policy: Configured) => pullSession(await signIn.attach(policy)),
    pullChanges: async (policy: Configured, waitSec?: number) => pullChanges(await signIn.attach(policy), waitSec),
    fetchPicture: async (policy: Policy, sha256: string) => fetchPicture(await signIn.attach(policy), sha256),
    check: createCollectorCheck(pullDeps),
  };
}

export type SyncEngine = ReturnType<typeof createSyncEngine>;
