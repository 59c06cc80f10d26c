import { ROUTES as ALL_ROUTES } from "@/lib/database/in-state";
import { rowOf } from "@/lib/database/items";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxItem, OutboxRow, OutboxState, ParkedFor } from "@/lib/database/rows";

/** In `ItemProblem.slug`: what is in the row cannot be read any more. Never said by a collector. */
export const DAMAGED = "damaged";

/** Characters of a body that cannot be read: more than anybody's words. */
const MOST_KEPT = 8_000;

const ROUTES: readonly unknown[] = ALL_ROUTES;
const STATES: readonly unknown[] = ["queued", "leased", "received", "dead", "parked"] satisfies OutboxState[];
const PARKED: readonly unknown[] = ["other-collector", "expired", "signed-out"] satisfies ParkedFor[];
const NUMBERS = ["bodyBytes", "createdAt", "nextAt", "nextSetAt", "attempt", "leaseUntil"] as const;
const TEXTS = ["id", "subject", "type", "collector"] as const;

type Read = OutboxItem | Record<keyof OutboxItem, unknown>;

/** Whether an item is as this version writes them: else it would stand in the index where no sender looks; pure. */
export function isSound(item: Read): boolean {
  return (
    ROUTES.includes(item.route) &&
    STATES.includes(item.state) &&
    (item.parkedFor === null || PARKED.includes(item.parkedFor)) &&
    NUMBERS.every((field) => Number.isFinite(item[field])) &&
    TEXTS.every((field) => typeof item[field] === "string") &&
    isReadable(item.body) &&
    (item.body !== "" || needsNoBody(item))
  );
}

/** The body of a row as it was queued; null where it is blank, or cannot be read any more. */
export function bodyOf(row: Pick<OutboxItem, "body">): unknown {
  try {
    return row.body === "" ? null : JSON.parse(row.body);
  } catch {
    return null;
  }
}

function needsNoBody({ route, state }: Read): boolean {
  return route === "erase" || state === "received" || state === "dead";
}

function isReadable(body: unknown): boolean {
  return typeof body === "string" && (body === "" || bodyOf({ body }) !== null);
}

/**
 * Ends items that cannot be read, where the person sees them: what is left of them is kept, and a report's own words
 * stand in `mine`, from where they can be sent again. One that stays as it is would hold up all that waits behind it.
 * Gives the rows that were ended.
 */
export async function endDamaged(db: EarshotDatabase, now: number, newId: () => string): Promise<OutboxRow[]> {
  return db.transaction("rw", db.outbox, db.bodies, async () => {
    const [rows, bodies] = await Promise.all([db.outbox.toArray(), db.bodies.toArray()]);
    const stored = new Map(bodies.map(({ id, body }) => [id, body]));
    // One that was damaged before events had a table of their own still holds its body.
    const items = rows.map((row): OutboxItem => ({ body: stored.get(row.id) ?? "", ...row }));
    const mended = items.filter((item) => !isSound(item)).map((item) => mend(item, now, newId));
    const gone = mended.filter(({ body }) => body === "").map(({ id }) => id);
    await db.bodies.bulkDelete(gone);
    await db.bodies.bulkPut(mended.filter(({ body }) => body !== "").map(({ id, body }) => ({ id, body })));
    const ended = mended.map(rowOf);
    await db.outbox.bulkPut(ended);
    return ended.filter(({ state }) => state === "dead");
  });
}

/** The item with all that is good in it. What had its receipt needs no body; anything else is the person's to decide. */
function mend(item: OutboxItem, now: number, newId: () => string): OutboxItem {
  // An event says itself which it is.
  const said = (typeof item.body === "string" ? bodyOf(item) : null) as Partial<Record<string, string>> | null;
  const blank: OutboxItem = {
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
  const good = Object.entries(item).filter(([field, value]) => isSound({ ...blank, [field]: value }));
  const kept: OutboxItem = { ...blank, ...Object.fromEntries(good) };
  const mended = { ...kept, bodyBytes: new TextEncoder().encode(kept.body).length };
  if (mended.state === "received") return mended;
  // The wish to take a report back has no body that could be lost, and is carried out whatever became of the rest.
  if (mended.route === "erase") return { ...mended, state: "queued", owner: null, parkedFor: null };
  const lost = mended.body === "" && typeof item.body === "string" ? item.body.slice(0, MOST_KEPT) : null;
  return { ...mended, state: "dead", owner: null, problem: { slug: DAMAGED, detail: lost, pointer: null } };
}
