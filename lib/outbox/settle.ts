import { onRoute } from "@/lib/database/on-route";
import type { EarshotDatabase } from "@/lib/database/open";
import type { ItemProblem, OutboxRow } from "@/lib/database/rows";
import { type Problem, slugOf } from "@/lib/protocol/problem";
import type { Receipt, ReceiptItem } from "@/lib/protocol/receipt";
import { takenBackReports } from "./erase-item";
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
  /** When to ask for the thread of a report that was received anew, after the collector had lost it. */
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
  return changeOwn(db, input, (row) => afterResult(row, results.get(row.id), receipt.epoch, input), wanted);
}

/** Puts a batch back after a request of which nothing is known to be stored. */
export async function release(db: EarshotDatabase, input: SettleInput & { nextAt: number }): Promise<Settled> {
  return changeOwn(db, input, (row) => queuedAgain(row, input.nextAt, input.now, row.problem));
}

/** Puts a batch back that was not sent: as if it had never been claimed. */
export async function giveBack(db: EarshotDatabase, input: SettleInput): Promise<Settled> {
  return changeOwn(db, input, (row) => ({ ...row, state: "queued", owner: null, attempt: row.attempt - 1 }));
}

/** Ends items that the collector will never have; they stay where the person sees them. */
export async function kill(db: EarshotDatabase, input: SettleInput & { problem: ItemProblem }): Promise<Settled> {
  return changeOwn(db, input, (row) => ({ ...row, state: "dead", owner: null, problem: input.problem }));
}

async function changeOwn(
  db: EarshotDatabase,
  { rows, owner, now, firstPollAt }: SettleInput,
  change: (row: OutboxRow) => OutboxRow,
  wanted: ReadonlySet<string> = new Set(),
): Promise<Settled> {
  const [first] = rows;
  const settled: Settled = { received: [], dead: [], retried: [] };
  if (!first) return settled;
  return db.transaction("rw", [db.outbox, db.bodies, db.mine, db.blobs], async () => {
    const sent = new Set(rows.map((row) => row.order));
    // What is under way on a route is little more than this batch: one request, and not one for each row.
    const [leased, takenBack] = await Promise.all([onRoute(db, first.route, "leased").toArray(), takenBackReports(db)]);
    const own = leased.filter((row) => row.owner === owner && sent.has(row.order));
    const changed = own.map(change);
    for (const row of changed) {
      if (row.state === "received") settled.received.push(row);
      else if (row.state === "dead") settled.dead.push(row);
      else settled.retried.push(row);
    }
    await db.outbox.bulkPut(changed);
    const hadBefore = new Set(own.filter((row) => row.receivedAt !== null).map((row) => row.subject));
    const created = changed.filter((row) => row.type === CREATED && row.state !== "queued");
    const received = created.filter((row) => row.state === "received" && !takenBack.has(row.subject));
    // In the same transaction: a worker that is killed now leaves behind what is to be done next.
    if (wanted.size > 0) for (const row of received) await wantPictures(db, row, wanted, now);
    await noteReceived(db, received, now);
    // Its thread may have been given up while the collector did not know it. At first it is asked for in any case.
    const again = received.map((row) => row.subject).filter((subject) => hadBefore.has(subject));
    if (again.length > 0) await askAgain(db, again, firstPollAt);
    for (const row of created.filter(({ subject }) => takenBack.has(subject))) {
      // A refused creation left no report behind: then nothing is known to be there.
      await endOfCreation(db, row.subject, row.epoch);
    }
    return settled;
  });
}

/** The day of the receipt outlives its row. */
async function noteReceived(db: EarshotDatabase, created: readonly OutboxRow[], now: number): Promise<void> {
  if (created.length === 0) return;
  await db.mine
    .where("id")
    .anyOf(created.map(({ subject }) => subject))
    .modify((row) => {
      row.receivedAt ??= now;
    });
}

async function askAgain(db: EarshotDatabase, reportIds: string[], firstPollAt: () => number): Promise<void> {
  await db.mine
    .where("id")
    .anyOf(reportIds)
    .modify((row) => {
      row.nextPollAt = firstPollAt();
      row.missingSince = null;
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
