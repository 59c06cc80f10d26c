import { readKv } from "@/lib/database/kv-values";
import type { MineRow } from "@/lib/database/rows";
import { putOffUnsent } from "@/lib/outbox/first-poll";
import { NEVER } from "@/lib/outbox/never";
import { DELAY_DIVISOR } from "@/lib/platform/build";
import { threadDocSchema } from "@/lib/protocol/documents";
import type { Answer } from "./collector-client";
import { nextPollAt, threadIntervalMs } from "./poll-plan";
import type { PullDeps } from "./pull-deps";

const AT_MOST_EVERY_MS = 5_000;
const AFTER_FAILURE_MS = 5 * 60_000;
/** A thread that the collector has not known for so long is asked for no more. */
const MISSING_MS = 7 * 24 * 3_600_000;
/** Longer than any interval, scaled and jittered: a time beyond it was set by a clock that ran ahead. */
const LONGEST_MS = 15 * 24 * 3_600_000;
/** Anonymous threads asked for at one moment would tell that one person filed them: each waits up to this long. */
const ANONYMOUS_SPREAD_MS = 60_000 / DELAY_DIVISOR;

/** Asks for the person's own threads, one request each, when the poll plan says so. */
export function createThreadPuller({ db, request, clock, random }: PullDeps) {
  /** Pulls what is due; gives when the next one is, or null for none. `between` runs after each: there may be many. */
  async function pullDue(endpoint: string, between: () => Promise<void>): Promise<number | null> {
    const collector = (await readKv(db, "collector"))?.key ?? "";
    const isOurs = (row: MineRow) => row.collector === "" || row.collector === collector;
    const now = clock.now();
    await db.mine
      .where("nextPollAt")
      .between(now + LONGEST_MS, NEVER, false, false)
      .modify({ nextPollAt: now });
    const due = await db.mine.where("nextPollAt").belowOrEqual(now).filter(isOurs).toArray();
    const neverAsked = due.filter(({ polledAt }) => polledAt === 0).map(({ id }) => id);
    const unsent = await putOffUnsent(db, neverAsked, now, random);
    let anonymousAsked = false;
    for (const mine of due) {
      if (unsent.has(mine.id)) continue;
      if (mine.identity === "anon") {
        if (anonymousAsked) {
          await db.mine.update(mine.id, { nextPollAt: now + random.fraction() * ANONYMOUS_SPREAD_MS });
          continue;
        }
        anonymousAsked = true;
      }
      // Where one got no answer the others will not either.
      if (!(await pull(endpoint, mine))) break;
      await between();
    }
    const next = await db.mine.where("nextPollAt").below(NEVER).filter(isOurs).first();
    return next?.nextPollAt ?? null;
  }

  /** The person is looking: everything becomes due, as soon as its last answer is old enough. */
  async function makeDue(): Promise<void> {
    const now = clock.now();
    await db.mine
      .where("nextPollAt")
      .between(now, NEVER, false, false)
      .modify((row) => {
        const spreadMs = row.identity === "anon" ? Math.floor(random.fraction() * ANONYMOUS_SPREAD_MS) : 0;
        const freshForMs = row.polledAt <= now ? Math.max(0, row.polledAt + AT_MOST_EVERY_MS - now) : 0;
        row.nextPollAt = Math.min(row.nextPollAt, now + Math.max(spreadMs, freshForMs));
      });
  }

  /** false where there was no answer at all. */
  async function pull(endpoint: string, mine: MineRow): Promise<boolean> {
    const answer = await request({
      endpoint,
      path: `/v1/threads/${mine.id}`,
      authorization: `Reply ${mine.replyKey}`,
      headers: mine.etag === null ? {} : { "if-none-match": mine.etag },
    });
    const now = clock.now();
    const isAnswer = answer.kind === "answer" && answer.fromCollector;
    const change = isAnswer ? changeBy(answer, mine, now) : null;
    const config = await readKv(db, "config");
    const scale = config?.endpoint === endpoint ? config.config.pollScale : 1;
    const interval = change ? threadIntervalMs({ ...mine, ...change }, now) : AFTER_FAILURE_MS;
    const isMissing = now - (change?.missingSince ?? now) > MISSING_MS;
    const isOver = interval >= NEVER || isMissing || (isAnswer && answer.status === 410);
    const nextAt = isOver ? NEVER : nextPollAt(now, interval, random.fraction(), change ? scale : 1);
    // Taken back while the answer was under way: what it says must not come back here either.
    await db.mine
      .where("id")
      .equals(mine.id)
      .filter((row) => row.takenBackAt === undefined)
      .modify({ ...change, polledAt: now, nextPollAt: nextAt });
    return isAnswer;
  }

  return { pullDue, makeDue };
}

/** What an answer changes in the row; null for one that is a failure. */
function changeBy(answer: Answer, mine: MineRow, now: number): Partial<MineRow> | null {
  if (answer.status === 304) return { missingSince: null, erased: false };
  // Asked for at the usual pace: a collector that was set back may be given the report again.
  if (answer.status === 404) return { missingSince: Math.min(mine.missingSince ?? now, now) };
  // For good, and nothing can be said of it any more; what the person wrote stays theirs.
  if (answer.status === 410) return { erased: true };
  if (answer.status !== 200) return null;
  const thread = threadDocSchema.safeParse(answer.json);
  if (!thread.success || thread.data.id !== mine.id) return null;
  return { thread: thread.data, etag: answer.etag, missingSince: null, erased: false };
}
