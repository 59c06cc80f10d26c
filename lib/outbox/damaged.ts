import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow, OutboxState, ParkedFor, Route } from "@/lib/database/rows";

/** In `ItemProblem.slug`: what is in the row cannot be read any more. Never said by a collector. */
export const DAMAGED = "damaged";

/** Characters of a body that cannot be read: more than anybody's words. */
const MOST_KEPT = 8_000;

const ROUTES: readonly unknown[] = ["ingest", "session", "anon", "thread", "erase"] satisfies Route[];
const STATES: readonly unknown[] = ["queued", "leased", "received", "dead", "parked"] satisfies OutboxState[];
const PARKED: readonly unknown[] = ["other-collector", "expired"] satisfies ParkedFor[];
const NUMBERS = ["bodyBytes", "createdAt", "nextAt", "nextSetAt", "attempt", "leaseUntil"] as const;
const TEXTS = ["id", "subject", "type", "collector"] as const;

/** Whether a row is as this version writes them: else it would stand in the index where no sender looks; pure. */
export function isSound(row: OutboxRow | Record<keyof OutboxRow, unknown>): boolean {
  return (
    ROUTES.includes(row.route) &&
    STATES.includes(row.state) &&
    (row.parkedFor === null || PARKED.includes(row.parkedFor)) &&
    NUMBERS.every((field) => Number.isFinite(row[field])) &&
    TEXTS.every((field) => typeof row[field] === "string") &&
    isReadable(row.body)
  );
}

/** The body of a row as it was queued; null where it is blank, or cannot be read any more. */
export function bodyOf(row: Pick<OutboxRow, "body">): unknown {
  try {
    return row.body === "" ? null : JSON.parse(row.body);
  } catch {
    return null;
  }
}

function isReadable(body: unknown): boolean {
  return typeof body === "string" && (body === "" || bodyOf({ body }) !== null);
}

/**
 * Ends rows that cannot be read, where the person sees them: what is left of them is kept, and a report's own words
 * stand in `mine`, from where they can be sent again. A row that stays as it is would hold up all that waits behind it.
 * Gives the rows that were ended.
 */
export async function endDamaged(db: EarshotDatabase, now: number, newId: () => string): Promise<OutboxRow[]> {
  return db.transaction("rw", db.outbox, async () => {
    const damaged = await db.outbox.filter((row) => !isSound(row)).toArray();
    const mended = damaged.map((row) => mend(row, now, newId));
    await db.outbox.bulkPut(mended);
    return mended.filter(({ state }) => state === "dead");
  });
}

/** The row with all that is good in it. What had its receipt needs no body; anything else is the person's to decide. */
function mend(row: OutboxRow, now: number, newId: () => string): OutboxRow {
  // An event says itself which it is.
  const said = (typeof row.body === "string" ? bodyOf(row) : null) as Partial<Record<string, string>> | null;
  const blank: OutboxRow = {
    id: said?.["id"] ?? newId(),
    subject: said?.["subject"] ?? "",
    type: said?.["type"] ?? "",
    route: "thread",
    state: "dead",
    body: "",
    bodyBytes: 0,
    collector: "",
    createdAt: now,
    nextAt: now,
    nextSetAt: now,
    attempt: 0,
    owner: null,
    leaseUntil: 0,
    receivedAt: null,
    seq: null,
    epoch: null,
    problem: null,
    parkedFor: null,
  };
  const good = Object.entries(row).filter(([field, value]) => isSound({ ...blank, [field]: value }));
  const mended: OutboxRow = { ...blank, ...Object.fromEntries(good) };
  if (mended.state === "received") return mended;
  // The wish to take a report back has no body that could be lost, and is carried out whatever became of the rest.
  if (mended.route === "erase") return { ...mended, state: "queued", owner: null, parkedFor: null };
  const lost = mended.body === "" && typeof row.body === "string" ? row.body.slice(0, MOST_KEPT) : null;
  return { ...mended, state: "dead", owner: null, problem: { slug: DAMAGED, detail: lost, pointer: null } };
}
