import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { defineBackground } from "wxt/utils/define-background";
import { fillPacks } from "@/lib/copies/fill";
import { createKv } from "@/lib/database/kv";
import { readKv } from "@/lib/database/kv-values";
import { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";
import { createLikely } from "@/lib/inbox/likely";
import { createKnown } from "@/lib/known/create-known";
import { createLaunch } from "@/lib/launch/launch";
import { createAnswered } from "@/lib/notice/create-answered";
import { createNotice } from "@/lib/notice/create-notice";
import { createPusher } from "@/lib/messaging/push";
import { readSender } from "@/lib/messaging/sender";
import { createServer } from "@/lib/messaging/server";
import { readCountedTwice } from "@/lib/outbox/counted-twice";
import { createOutbox } from "@/lib/outbox/outbox";
import { createSharedDevice } from "@/lib/outbox/shared-device";
import { systemAlarms } from "@/lib/platform/alarms";
import { systemClock as clock, systemTimers as timers } from "@/lib/platform/clock";
import { systemIds as ids } from "@/lib/platform/ids";
import { systemLocks as locks } from "@/lib/platform/locks";
import { log } from "@/lib/platform/log";
import { systemRandom as random } from "@/lib/platform/random";
import { createSessionValue } from "@/lib/platform/session-value";
import { systemWebAuth } from "@/lib/platform/web-auth";
import { createManagedStorage, restrictStorage } from "@/lib/platform/storage";
import { anonymousMs } from "@/lib/policy/anonymous-ms";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { createPolicySource } from "@/lib/policy/policy-source";
import { createSyncEngine, SYNC_ALARM } from "@/lib/sync/engine";
import { createSignIn } from "@/lib/sync/sign-in/create-sign-in";
import { createLive } from "@/lib/sync/live";
import { readSample } from "./app-state";
import { pushDeliveries } from "./deliveries";
import { createHandlers } from "./handlers";
import { isInFront, onNotification, showAnswers, showCannotWork } from "./notifications";
import { showWaiting } from "./toolbar";

/**
 * The composition root. Every listener is registered before anything is awaited: a worker that was woken for an event
 * gets it only by a listener that is there in the first turn.
 */
export default defineBackground(() => {
  void restrictStorage();
  const db = new EarshotDatabase();
  const push = createPusher(() => launch.frames());
  const policy = createPolicySource({ managed: createManagedStorage(), kv: createKv(db), clock });
  const engine = createSyncEngine({
    db,
    fetch: (...args) => fetch(...args),
    clock,
    timers,
    alarms: systemAlarms,
    locks,
    random,
    ids,
    version: browser.runtime.getManifest().version,
    policy,
    signIn: (pull) => createSignIn({ ...pull, webAuth: systemWebAuth, held: createSessionValue("signIn") }),
    log,
    onSettled: (rows) => pushDeliveries(push, rows),
  });
  const live = createLive({ engine, policy, clock, timers, log });
  // Before policy is known, which nothing is sent before, what people were promised at least.
  const longestWait = () => anonymousMs((policy.known() ?? parsePolicy({})).policy);
  const outbox = createOutbox(
    { db, clock, ids, random, log, anonymousMs: longestWait },
    () => void engine.kick(),
    engine.comeBack,
  );
  const pause = () => new Promise<void>((resolve) => void timers.set(resolve, 0));
  const name = () => readKv(db, "name");
  const known = createKnown({ db, clock, langs: () => [i18n.t("words.locale"), ...navigator.languages] });
  const launch = createLaunch({
    db,
    policy,
    push,
    clock,
    timers,
    ids,
    log,
    name,
    isSample: async () => readSample(db, (await policy.current()).policy.endpoint),
    reports: outbox,
    known,
    onLeft: () => shared.leave(),
  });
  const notice = createNotice({ db, policy, clock, log, showWaiting, showCannotWork });
  const answered = createAnswered({
    db,
    policy,
    clock,
    log,
    isLooking: () => isInFront(live.tabs()),
    show: showAnswers,
  });
  const shared = createSharedDevice({ db, policy, clock, log, kick: () => void engine.kick() });
  const likely = createLikely({ db, pause });
  const handlers = createHandlers({ push, db, outbox, engine, policy, launch, likely, notice });
  const server = createServer({ ownId: browser.runtime.id, handlers, log });

  browser.runtime.onMessage.addListener(server.listener);
  browser.runtime.onConnect.addListener((port) => {
    // A content script has our id too: only a page of ours may keep the worker asking the collector.
    const sender = readSender(port.sender ?? {}, browser.runtime.id);
    if (port.name === "popup" && sender?.kind === "app") live.connect(port);
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== SYNC_ALARM) return;
    void engine.kick();
    // Quiet hours may be over.
    void answered.look();
    // A day may have come that IT waits for, also where the collector is away.
    void notice.look();
  });
  // Registered so that the browser's start wakes the worker at all.
  browser.runtime.onStartup.addListener(() => {
    void engine.kick();
    void shared.leave();
  });
  addEventListener("online", () => void engine.tryAgain());
  onNotification(notice.seen, answered.seen);
  policy.register();
  policy.onChange(() => {
    const tell = () => push.toPages("policy.changed", null);
    tell();
    // Once more when it is known what follows: who reads with this token, what waits for whom.
    void engine.tryAgain().then(tell);
  });
  launch.register();
  notice.start();
  answered.start();
  shared.start();
  watch(
    () => readCountedTwice(db),
    (twice) => twice.forEach((id) => void outbox.metoo(id, false, undefined)),
    (error) => log.error("me-toos cannot be watched", error),
  );

  fillPacks(db).catch((error: unknown) => log.error("the copies could not be packed", error));
  void engine.start();
});
