import { type KvValues, readKvs } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { EventRoute, MineRow, OutboxItem, OutboxRow } from "@/lib/database/rows";
import { claim } from "@/lib/outbox/claim";
import { firstPollAt } from "@/lib/outbox/first-poll";
import { giveBack, kill, release, settle, type Settled, type SettleInput } from "@/lib/outbox/settle";
import { spreadAnonymous } from "@/lib/outbox/spread";
import { anonymousMs } from "@/lib/policy/anonymous-ms";
import type { Clock } from "@/lib/platform/clock";
import type { Random } from "@/lib/platform/random";
import { isSendOnly } from "@/lib/policy/is-send-only";
import type { Policy } from "@/lib/policy/policy";
import type { CollectorConfig } from "@/lib/protocol/collector-config";
import { LIMITS } from "@/lib/protocol/limits";
import type { Receipt } from "@/lib/protocol/receipt";
import { backoffMs } from "./backoff";
import type { CollectorClient, Exchange } from "./collector-client";
import { type Happened, nextGate } from "./gate";
import { changeGate, gateOf, gatesOf } from "./gates";
import { type Effect, effectOf, outcomeKey, readReceipt } from "./outcome";
import { problemOf } from "./problem-of";
import { noteRefusal } from "./pull-session";
import { eventsRequest } from "./requests";
import { webhookEffect, webhookReceipt, webhookRequest } from "./webhook";

export interface UploaderDeps {
  db: EarshotDatabase;
  request: CollectorClient;
  clock: Clock;
  random: Random;
  /** Names this sender in the leases. */
  owner: string;
}

export interface SendInput {
  route: EventRoute;
  maxEvents: number;
  policy: Policy & { endpoint: string };
  alive: ReadonlySet<string> | null;
}

interface Batch {
  items: OutboxItem[];
  gzip: boolean;
  /** As many as a request may carry: more may wait. */
  isFull: boolean;
}

interface Sent {
  /** What became of the batch. */
  settled: Settled;
  /** There was a receipt, so the next batch may go at once. */
  isWell: boolean;
}

type RequestLimits = Pick<CollectorConfig["limits"], "batchEvents" | "batchBytes" | "gzip">;
const WEBHOOK_LIMITS: RequestLimits = {
  batchEvents: LIMITS.webhookBatchEvents,
  batchBytes: LIMITS.webhookBatchBytes,
  gzip: false,
};
const UNKNOWN_LIMITS: RequestLimits = { batchEvents: Infinity, batchBytes: Infinity, gzip: false };

function limitsOf(policy: SendInput["policy"], config: KvValues["config"] | null): RequestLimits {
  if (isSendOnly(policy)) return WEBHOOK_LIMITS;
  return config?.endpoint === policy.endpoint ? config.config.limits : UNKNOWN_LIMITS;
}

/** The most batches without a look at what else there is: what was taken back must not wait long. */
const MOST_IN_A_ROW = 10;
/** Requests by these may carry several reports, so a long queue is many of them. */
const IN_A_ROW: ReadonlySet<EventRoute> = new Set<EventRoute>(["ingest", "session"]);

/** Sends batches of one route: claim, request, then what the outcome table says. */
export function createUploader({ db, request, clock, random, owner }: UploaderDeps) {
  const settleInput = (rows: readonly OutboxRow[]): SettleInput => ({
    rows,
    owner,
    now: clock.now(),
    delayFor: (attempt) => backoffMs(attempt, random.fraction()),
    firstPollAt: () => firstPollAt(clock.now(), random),
  });

  /**
   * Sends what may go now; false where there was nothing to claim. Where more waits than one request takes, the next
   * batch is claimed while the request is under way: the database and the network are busy at the same time. Its
   * reports are others, since of one that is under way nothing can be claimed; unless all is well it is given back.
   */
  async function send(input: SendInput, onSettled: (settled: Settled) => void): Promise<boolean> {
    let batch = await nextBatch(input);
    if (batch.items.length === 0) return false;
    for (let left = MOST_IN_A_ROW; batch.items.length > 0; left -= 1) {
      // Who was alive is not known any more by then: leases that were left behind are the first claim's alone.
      const ahead = batch.isFull && left > 1 ? nextBatch({ ...input, alive: null }) : null;
      // What is wrong with it is said below, after this one is settled.
      ahead?.catch(() => {});
      const { settled, isWell } = await sendBatch(batch, input);
      onSettled(settled);
      const next = await ahead;
      if (!next) break;
      if (!isWell) {
        await giveBack(db, settleInput(next.items));
        break;
      }
      batch = next;
    }
    return true;
  }

  async function nextBatch({ route, maxEvents, policy, alive }: SendInput): Promise<Batch> {
    const [inForce, config, gates] = await readKvs(db, "collector", "config", "gates");
    const limits = limitsOf(policy, config);
    const most = Math.min(maxEvents, limits.batchEvents);
    const items = await claim(db, {
      route,
      now: clock.now(),
      owner,
      maxEvents: most,
      maxBytes: Math.min(LIMITS.clientBatchBytes, limits.batchBytes),
      collector: inForce?.key ?? "",
      alive,
    });
    const gate = gateOf(gatesOf(gates, policy.endpoint), route);
    const gzip = limits.gzip && gate.gzipOffUntil <= clock.now();
    return { items, gzip, isFull: IN_A_ROW.has(route) && items.length >= most };
  }

  async function sendBatch({ items, gzip }: Batch, { route, policy }: SendInput): Promise<Sent> {
    const [first] = items;
    if (first?.anonymous) {
      await spreadAnonymous(db, first.subject, clock.now(), () => Math.floor(random.fraction() * anonymousMs(policy)));
    }
    const mine = route === "thread" ? await db.mine.get(first?.subject ?? "") : null;
    if (mine === undefined) {
      const problem = { slug: null, detail: null, pointer: null };
      return { settled: await kill(db, { ...settleInput(items), problem }), isWell: false };
    }
    return exchange(items, route, policy, mine, gzip);
  }

  async function exchange(
    rows: OutboxItem[],
    route: EventRoute,
    policy: Policy & { endpoint: string },
    mine: MineRow | null,
    gzip: boolean,
  ): Promise<Sent> {
    const isWebhook = isSendOnly(policy);
    const { request: events, usedGzip } = isWebhook
      ? { request: webhookRequest(rows, policy), usedGzip: false }
      : await eventsRequest(rows, route, policy, mine, gzip);
    const answer = await request(events);
    // A 403 here may be about one report alone; the next look at the changes will tell.
    if (route === "session" && answer.kind === "answer" && answer.status === 401) {
      await noteRefusal({ db, clock, random }, policy, answer);
    }
    const effect = isWebhook ? webhookEffect(answer, rows.length) : effectOf(outcomeKey(answer), route);
    const happened: Happened = {
      effect,
      now: clock.now(),
      fraction: random.fraction(),
      retryAfterMs: answer.kind === "answer" ? answer.retryAfterMs : null,
      events: rows.length,
      usedGzip,
    };
    const settled = await apply(effect, rows, answer, isWebhook ? webhookReceipt(rows) : readReceipt(answer));
    await changeGate(db, policy.endpoint, route, (gate) => nextGate(gate, happened));
    return { settled, isWell: effect.kind === "settle" };
  }

  /** What the effect does to the items; the gate is `nextGate`'s. */
  async function apply(effect: Effect, rows: OutboxRow[], answer: Exchange, receipt: Receipt | null): Promise<Settled> {
    const input = settleInput(rows);
    switch (effect.kind) {
      case "settle":
        return receipt ? settle(db, receipt, input) : release(db, { ...input, nextAt: input.now });
      case "split":
        if (rows.length > 1) return release(db, { ...input, nextAt: input.now });
        return kill(db, { ...input, problem: problemOf(answer, effect.slug) });
      case "item-dead":
        return kill(db, { ...input, problem: problemOf(answer, effect.slug) });
      case "item-retry": {
        // As "unknown-subject" in a receipt: for a while the creation may still be on its way.
        const problem = { type: "urn:earshot:problem:unknown-subject", title: "Report not known yet" };
        const results = rows.map(({ id }) => ({ id, status: "retry" as const, problem }));
        return settle(db, { epoch: "", head: "0", results, wantBlobs: [] }, input);
      }
      case "backoff":
      case "slow-down":
      case "not-a-receipt":
      case "blocked":
      case "gzip-off":
        // The gate waits, not the item: so a way that opens early lets everything through at once.
        return release(db, { ...input, nextAt: input.now });
      default:
        return effect satisfies never;
    }
  }

  return { send };
}
