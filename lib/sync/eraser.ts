import { readKv } from "@/lib/database/kv-values";
import { claim } from "@/lib/outbox/claim";
import { type EraseEnd, settleErase } from "@/lib/outbox/settle-erase";
import { spreadAnonymous } from "@/lib/outbox/spread";
import { anonymousMs } from "@/lib/policy/anonymous-ms";
import type { Policy } from "@/lib/policy/policy";
import type { ProblemSlug } from "@/lib/protocol/problem";
import { backoffMs } from "./backoff";
import { eraseEffect } from "./erase-outcome";
import { nextGate } from "./gate";
import { changeGate } from "./gates";
import { problemOf } from "./problem-of";
import type { UploaderDeps } from "./uploader";

export interface EraseInput {
  policy: Policy & { endpoint: string };
  alive: ReadonlySet<string> | null;
}

const SLUGS: Partial<Record<EraseEnd, ProblemSlug>> = { held: "legal-hold", unknown: "unknown-subject" };

/** Asks the collector to erase one report that was taken back: claim, request, then what the table says. */
export function createEraser({ db, request, clock, random, owner }: UploaderDeps) {
  /** Gives what became of it, or null where there was nothing to ask for. */
  async function send({ policy, alive }: EraseInput): Promise<EraseEnd | null> {
    const collector = (await readKv(db, "collector"))?.key ?? "";
    const now = clock.now();
    const [item] = await claim(db, { route: "erase", now, owner, maxEvents: 1, maxBytes: 0, collector, alive });
    if (!item) return null;
    const mine = await db.mine.get(item.subject);
    if (!mine) throw new Error("a report is taken back whose key is not here");
    if (item.anonymous) {
      await spreadAnonymous(db, item.subject, now, () => Math.floor(random.fraction() * anonymousMs(policy)));
    }
    const answer = await request({
      endpoint: policy.endpoint,
      path: `/v1/threads/${item.subject}`,
      method: "DELETE",
      authorization: `Reply ${mine.replyKey}`,
    });
    const { to, gate: effect } = eraseEffect(answer, item);
    await settleErase(db, item, {
      to,
      now: clock.now(),
      epoch: answer.kind === "answer" ? answer.epoch : null,
      problem: problemOf(answer, SLUGS[to] ?? null),
      delayMs: backoffMs(item.attempt - 1, random.fraction()),
    });
    const happened = {
      effect,
      now: clock.now(),
      fraction: random.fraction(),
      retryAfterMs: answer.kind === "answer" ? answer.retryAfterMs : null,
      events: 1,
      usedGzip: false,
    };
    await changeGate(db, policy.endpoint, "erase", (gate) => nextGate(gate, happened));
    return to;
  }

  return { send };
}
