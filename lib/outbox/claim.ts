import { withBodies } from "@/lib/database/items";
import { onRoute } from "@/lib/database/on-route";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxItem, OutboxRow, Route } from "@/lib/database/rows";
import { isDue, LEASE_MS, leaseEnded } from "./due";
import { CREATED } from "./row-kinds";

export interface ClaimInput {
  route: Route;
  now: number;
  /** Names the sender; only it may settle what it claims. */
  owner: string;
  maxEvents: number;
  /** Of the request's JSON, decoded. The first item goes in any case: nothing would get smaller by waiting. */
  maxBytes: number;
  /** The collector's key; items of another one stay. Those written before it was known ("") go to whichever comes. */
  collector: string;
  /** Locks held now, or null where that is not known. */
  alive: ReadonlySet<string> | null;
}

/** How many waiting rows are looked at in one go; what waits behind a closed route makes more rounds necessary. */
const WINDOW = 50;

/**
 * Takes the next items of one route, in one transaction.
 *
 * Items are grouped by report in local order, across all routes, and each group gives its items up to the first one
 * that cannot go now. So an event never overtakes an earlier one of its report, whatever road each of them takes.
 * Anonymous and thread requests carry one report only, and so does taking back, which is one item a request.
 */
export async function claim(db: EarshotDatabase, input: ClaimInput): Promise<OutboxItem[]> {
  return db.transaction("rw", db.outbox, db.bodies, async () => {
    const batch = newBatch(input);
    for (let offset = 0; !batch.full; offset += WINDOW) {
      const { rows, isLast } = await candidatesOf(db, input, offset);
      await addGroups(db, input, rows, batch);
      if (isLast) break;
    }
    const leased = batch.rows.map((row) => lease(row, input));
    const [items] = await Promise.all([withBodies(db, leased), db.outbox.bulkPut(leased)]);
    const broken = items.find(({ body, route }) => body === "" && route !== "erase");
    if (broken) throw new Error(`an item without its event: ${broken.id}`);
    return items;
  });
}

const ONE_REPORT: ReadonlySet<Route> = new Set<Route>(["anon", "thread", "erase"]);

interface Batch {
  rows: OutboxRow[];
  bytes: number;
  full: boolean;
  seen: Set<string>;
  maxSubjects: number;
}

interface Candidates {
  rows: OutboxRow[];
  /** Nothing more is due. */
  isLast: boolean;
}

function newBatch({ route }: ClaimInput): Batch {
  const maxSubjects = ONE_REPORT.has(route) ? 1 : Number.POSITIVE_INFINITY;
  return { rows: [], bytes: "[]".length, full: false, seen: new Set(), maxSubjects };
}

/** Rows of this route that are due, those that a sender left behind first. */
async function candidatesOf(db: EarshotDatabase, input: ClaimInput, offset: number): Promise<Candidates> {
  const { route, now } = input;
  const [left, due] = await Promise.all([
    offset > 0 ? [] : onRoute(db, route, "leased").toArray(),
    onRoute(db, route, "queued", now).offset(offset).limit(WINDOW).toArray(),
  ]);
  const ended = left.filter((row) => leaseEnded(row, now, input.alive));
  return { rows: [...ended, ...due], isLast: due.length < WINDOW };
}

async function addGroups(db: EarshotDatabase, input: ClaimInput, rows: OutboxRow[], batch: Batch): Promise<void> {
  const due = new Map<string, OutboxRow[]>();
  for (const row of rows)
    if (!batch.seen.has(row.subject)) due.set(row.subject, [...(due.get(row.subject) ?? []), row]);
  // All at once: `anyOf` would walk from row to row, and wait for each.
  const groups = await Promise.all(
    [...due].map(async ([subject, own]) => (isWhole(own) ? own : db.outbox.where("subject").equals(subject).toArray())),
  );
  let taken = new Set(batch.rows.map((row) => row.subject)).size;
  for (const [index, subject] of [...due.keys()].entries()) {
    if (batch.full) return;
    batch.seen.add(subject);
    if (addFitting(claimableOf(groups[index] ?? [], input), input, batch)) taken += 1;
    if (taken >= batch.maxSubjects) batch.full = true;
  }
}

/**
 * Whether all that counts of a report is known already. Its creation is the first of its items, so nothing can be in
 * front of it: looking for that costs as much as a tenth of all the rest, and most of what waits are creations.
 */
function isWhole(own: readonly OutboxRow[]): boolean {
  return own.length === 1 && own[0]?.type === CREATED;
}

/** Adds as many as fit; true where at least one did. */
function addFitting(rows: OutboxRow[], { maxEvents, maxBytes }: ClaimInput, batch: Batch): boolean {
  let added = false;
  for (const row of rows) {
    const bytes = batch.bytes + row.bodyBytes + ",".length;
    if (batch.rows.length >= maxEvents || (batch.rows.length > 0 && bytes > maxBytes)) {
      batch.full = true;
      return added;
    }
    batch.rows.push(row);
    batch.bytes = bytes;
    added = true;
  }
  return added;
}

/** The items of one report that may go now by this route, in local order; pure. */
export function claimableOf(rows: readonly OutboxRow[], input: ClaimInput): OutboxRow[] {
  if (input.route === "erase") return claimableErase(rows, input);
  const claimable: OutboxRow[] = [];
  for (const row of rows.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))) {
    if (isBehindUs(row)) continue;
    if (!isOurs(row, input) || !isFree(row, input)) break;
    claimable.push(row);
  }
  return claimable;
}

/**
 * Taking back waits for the report's creation alone, since a creation that came after it would bring the report back.
 * Nothing else that waits can do that, so nothing else holds it up.
 */
function claimableErase(rows: readonly OutboxRow[], input: ClaimInput): OutboxRow[] {
  const isUnderWay = rows.some((row) => row.type === CREATED && row.state !== "received" && row.state !== "dead");
  return isUnderWay ? [] : rows.filter((row) => isOurs(row, input) && isFree(row, input));
}

function isOurs(row: OutboxRow, { route, collector }: ClaimInput): boolean {
  return row.route === route && (row.collector === "" || row.collector === collector);
}

function isFree(row: OutboxRow, { now, alive }: ClaimInput): boolean {
  return (row.state === "queued" && isDue(row, now)) || (row.state === "leased" && leaseEnded(row, now, alive));
}

/**
 * Whether later items may pass. What was received has gone before them; a refused comment holds nothing up; but after
 * a refused creation the collector knows no report that they could be about.
 */
function isBehindUs(row: OutboxRow): boolean {
  // A reviewer's whose role is gone; what people say of their own report does not wait for that.
  if (row.state === "parked" && row.parkedFor === "signed-out") return true;
  if (row.state === "dead") return row.type !== CREATED;
  return row.state === "received";
}

function lease(row: OutboxRow, { now, owner }: ClaimInput): OutboxRow {
  return { ...row, state: "leased", leaseUntil: now + LEASE_MS, attempt: row.attempt + 1, owner };
}
