import type { EarshotDatabase } from "@/lib/database/open";
import type { ItemProblem, MineRow, OutboxRow } from "@/lib/database/rows";
import { type Problem, slugOf } from "@/lib/protocol/problem";
import type { Receipt, ReceiptItem } from "@/lib/protocol/receipt";
import { isWebhookKey } from "./collector-key";
import { NEVER } from "./create-report";
import { CREATED } from "./row-kinds";
import { endOfCreation } from "./take-back";
import { wantPictures } from "./want-pictures";

/** An event about a report that the collector does not know: given up after this, since its creation will not come. */
const UNKNOWN_SUBJECT_MS = 7 * 86_400_000;

export interface SettleInput {
  rows: readonly OutboxRow[];
  owner: string;
  now: number;
  /** Milliseconds until an item may be tried again, by its attempts so far. */
  delayFor(attempt: number): number;
  /** When the thread of a report that was just received is to be asked for. */
  firstPollAt(): number;
}

/** What became of a batch: only rows that were still the sender's own. */
export interface Settled {
  received: OutboxRow[];
  dead: OutboxRow[];
  retried: OutboxRow[];
}

/**
 * Writes down what a receipt says of each item. A sender whose lease was taken over settles nothing: the other one
 * will, and the collector recognises what it has already.
 */
export async function settle(db: EarshotDatabase, receipt: Receipt, input: SettleInput): Promise<Settled> {
  const results = new Map(receipt.results.map((result) => [result.id, result]));
  const wanted = new Set(receipt.wantBlobs);
  return changeOwn(db, input, (row) => afterResult(row, results.get(row.id), receipt.epoch, input), onReceived);

  /** In the same transaction: a worker that is killed now leaves behind what is to be done next. */
  async function onReceived(reports: readonly { row: OutboxRow; mine: MineRow }[]): Promise<void> {
    // A webhook has no threads.
    const next = reports.map(({ row, mine }): MineRow => {
      const nextPollAt = isWebhookKey(row.collector) ? NEVER : input.firstPollAt();
      return { ...mine, nextPollAt, missingSince: null };
    });
    await db.mine.bulkPut(next);
    if (wanted.size > 0) for (const { row } of reports) await wantPictures(db, row, wanted, input.now);
  }
}

/** Puts a batch back after a request of which nothing is known to be stored. */
export async function release(db: EarshotDatabase, input: SettleInput & { nextAt: number }): Promise<Settled> {
  return changeOwn(db, input, (row) => queuedAgain(row, input.nextAt, input.now, row.problem));
}

/** Ends items that the collector will never have; they stay where the person sees them. */
export async function kill(db: EarshotDatabase, input: SettleInput & { problem: ItemProblem }): Promise<Settled> {
  return changeOwn(db, input, (row) => ({ ...row, state: "dead", owner: null, problem: input.problem }));
}

async function changeOwn(
  db: EarshotDatabase,
  { rows, owner }: SettleInput,
  change: (row: OutboxRow) => OutboxRow,
  onReceived: (reports: readonly { row: OutboxRow; mine: MineRow }[]) => Promise<void> = async () => {},
): Promise<Settled> {
  return db.transaction("rw", db.outbox, db.mine, db.blobs, async () => {
    const settled: Settled = { received: [], dead: [], retried: [] };
    const now = await db.outbox.bulkGet(rows.flatMap((row) => row.order ?? []));
    const changed: OutboxRow[] = [];
    for (const row of now) {
      if (row?.state !== "leased" || row.owner !== owner) continue;
      const after = change(row);
      changed.push(after);
      if (after.state === "received") settled.received.push(after);
      else if (after.state === "dead") settled.dead.push(after);
      else settled.retried.push(after);
    }
    await db.outbox.bulkPut(changed);
    // All of them at once: one by one, a batch would take as long as all of its rows together.
    const created = [...settled.received, ...settled.dead].filter((row) => row.type === CREATED);
    const mine = await db.mine.bulkGet(created.map((row) => row.subject));
    const reports = created.flatMap((row, index) => (mine[index] ? [{ row, mine: mine[index] }] : []));
    await onReceived(
      reports.filter(({ row, mine: { takenBackAt } }) => row.state === "received" && takenBackAt === undefined),
    );
    for (const { row } of reports.filter(({ mine: { takenBackAt } }) => takenBackAt !== undefined)) {
      // A refused creation left no report behind: then nothing is known to be there.
      await endOfCreation(db, row.subject, row.epoch);
    }
    return settled;
  });
}

/** One item after the collector's word on it (none counts as "retry"); pure. */
function afterResult(
  row: OutboxRow,
  result: ReceiptItem | undefined,
  epoch: string,
  { now, delayFor }: Pick<SettleInput, "now" | "delayFor">,
): OutboxRow {
  const problem = result?.problem ? toProblem(result.problem) : null;
  const status = result?.status ?? "retry";
  switch (status) {
    case "accepted":
    case "duplicate":
      return {
        ...row,
        state: "received",
        owner: null,
        receivedAt: now,
        seq: result?.seq ?? null,
        epoch,
        problem: null,
      };
    case "rejected":
      return { ...row, state: "dead", owner: null, problem };
    case "retry": {
      const hopeless = problem?.slug === "unknown-subject" && now - row.createdAt > UNKNOWN_SUBJECT_MS;
      if (hopeless) return { ...row, state: "dead", owner: null, problem };
      const delay = Math.max((result?.retryAfter ?? 0) * 1000, delayFor(row.attempt - 1));
      return queuedAgain(row, now + delay, now, problem);
    }
    default:
      return status satisfies never;
  }
}

export function toProblem(problem: Problem): ItemProblem {
  return { slug: slugOf(problem), detail: problem.detail ?? null, pointer: problem.pointer ?? null };
}

export function queuedAgain(row: OutboxRow, nextAt: number, now: number, problem: ItemProblem | null): OutboxRow {
  return { ...row, state: "queued", owner: null, nextAt, nextSetAt: now, problem };
}
