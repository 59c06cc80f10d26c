import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow, Route } from "@/lib/database/rows";
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
export async function claim(db: EarshotDatabase, input: ClaimInput): Promise<OutboxRow[]> {
  return db.transaction("rw", db.outbox, async () => {
    const batch = newBatch(input);
    for (let offset = 0; !batch.full; offset += WINDOW) {
      const candidates = await candidatesOf(db, input, offset);
      await addGroups(db, input, candidates, batch);
      if (candidates.length < WINDOW) break;
    }
    const leased = batch.rows.map((row) => lease(row, input));
    await db.outbox.bulkPut(leased);
    return leased;
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

function newBatch({ route }: ClaimInput): Batch {
  const maxSubjects = ONE_REPORT.has(route) ? 1 : Number.POSITIVE_INFINITY;
  return { rows: [], bytes: "[]".length, full: false, seen: new Set(), maxSubjects };
}

/** Reports of this route with something due, those that a sender left behind first. */
async function candidatesOf(db: EarshotDatabase, input: ClaimInput, offset: number): Promise<string[]> {
  const { route, now } = input;
  const left = offset > 0 ? [] : await rowsIn(db, route, "leased", Number.POSITIVE_INFINITY).toArray();
  const due = await rowsIn(db, route, "queued", now).offset(offset).limit(WINDOW).toArray();
  const ended = left.filter((row) => leaseEnded(row, now, input.alive));
  return [...ended, ...due].map((row) => row.subject);
}

function rowsIn(db: EarshotDatabase, route: Route, state: "queued" | "leased", until: number) {
  const lower = [route, state, Number.NEGATIVE_INFINITY];
  return db.outbox.where("[route+state+nextAt]").between(lower, [route, state, until], true, true);
}

async function addGroups(db: EarshotDatabase, input: ClaimInput, subjects: string[], batch: Batch): Promise<void> {
  const fresh = [...new Set(subjects)].filter((subject) => !batch.seen.has(subject));
  if (fresh.length === 0) return;
  // All at once: `anyOf` would walk from row to row, and wait for each.
  const rowsOf = (subject: string) => db.outbox.where("subject").equals(subject).toArray();
  const found = await Promise.all(fresh.map(rowsOf));
  const groups = new Map<string, OutboxRow[]>(fresh.map((subject, index) => [subject, found[index] ?? []]));
  let taken = new Set(batch.rows.map((row) => row.subject)).size;
  for (const [subject, rows] of groups) {
    if (batch.full) return;
    batch.seen.add(subject);
    if (addFitting(claimableOf(rows, input), input, batch)) taken += 1;
    if (taken >= batch.maxSubjects) batch.full = true;
  }
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
  if (row.state === "dead") return row.type !== CREATED;
  return row.state === "received";
}

function lease(row: OutboxRow, { now, owner }: ClaimInput): OutboxRow {
  return { ...row, state: "leased", leaseUntil: now + LEASE_MS, attempt: row.attempt + 1, owner };
}
