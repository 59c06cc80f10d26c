import { inState } from "@/lib/database/in-state";
import { readKv } from "@/lib/database/kv-values";
import { collectorKey, isProvisional } from "@/lib/outbox/collector-key";
import { isSendOnly } from "@/lib/policy/is-send-only";
import type { Policy } from "@/lib/policy/policy";
import { collectorConfigSchema } from "@/lib/protocol/collector-config";
import type { Exchange } from "./collector-client";
import type { PullDeps } from "./pull-deps";

/**
 * How a collector answered. `away`: no answer at all; `stranger`: something answers, and it is no collector; `refused`:
 * it does not take the organisation's token; `busy`: later; `unreadable`: a collector, and nothing that we understand;
 * `one-way`: a webhook, which cannot be asked.
 */
export type CheckOutcome = "no-endpoint" | "one-way" | "away" | "stranger" | "refused" | "busy" | "unreadable" | "well";

export interface CollectorCheck {
  outcome: CheckOutcome;
  /** In milliseconds since the epoch. */
  at: number;
  tookMs: number;
  /** Of HTTP; null where nothing answered or was asked. */
  status: number | null;
  orgName: string | null;
  /** It is another organisation's than the one that reports on this computer were written for until now. */
  isOther: boolean;
  /** Items that wait for another collector than the one in force. */
  waitingElsewhere: number;
  /** The collector's clock less this computer's; 0 where they agree. */
  clockOffMs: number;
}

/** Asks the collector who it is, whenever somebody wants to know. What is known of it is not taken from this answer. */
export function createCollectorCheck({ db, request, clock }: PullDeps) {
  return async function check(policy: Policy): Promise<CollectorCheck> {
    const { endpoint, ingestToken } = policy;
    const at = clock.now();
    const parked = await inState(db, "parked");
    const unasked: CollectorCheck = {
      outcome: endpoint === null ? "no-endpoint" : "one-way",
      at,
      tookMs: 0,
      status: null,
      orgName: null,
      isOther: false,
      waitingElsewhere: parked.filter(({ parkedFor }) => parkedFor === "other-collector").length,
      clockOffMs: 0,
    };
    if (endpoint === null || isSendOnly(policy)) return unasked;
    const authorization = ingestToken === null ? null : `Bearer ${ingestToken}`;
    const answer = await request({ endpoint, path: "/v1/config", authorization });
    const org = orgOf(answer);
    const stored = await readKv(db, "collector");
    const before = stored?.endpoint === endpoint && !isProvisional(stored.key) ? stored.key : null;
    return {
      ...unasked,
      outcome: outcomeOf(answer),
      tookMs: Math.max(0, clock.now() - at),
      status: answer.kind === "answer" ? answer.status : null,
      orgName: org?.name ?? null,
      isOther: org !== null && before !== null && collectorKey(endpoint, org.id) !== before,
      clockOffMs: answer.kind === "answer" && answer.fromCollector ? ((await readKv(db, "clockOff")) ?? 0) : 0,
    };
  };
}

function orgOf(answer: Exchange): { id: string; name: string } | null {
  if (answer.kind === "network" || !answer.fromCollector || answer.status !== 200) return null;
  return collectorConfigSchema.safeParse(answer.json).data?.org ?? null;
}

/** What an answer to `GET /v1/config` says of who gave it; pure. */
function outcomeOf(answer: Exchange): CheckOutcome {
  if (answer.kind === "network") return "away";
  if (!answer.fromCollector) return "stranger";
  if (answer.status === 401 || answer.status === 403) return "refused";
  if (answer.status === 429 || answer.status >= 500) return "busy";
  return orgOf(answer) === null ? "unreadable" : "well";
}
