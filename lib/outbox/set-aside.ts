import { inState } from "@/lib/database/in-state";
import { deleteItems, withBodies } from "@/lib/database/items";
import { onRoute } from "@/lib/database/on-route";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow } from "@/lib/database/rows";
import type { Status } from "@/lib/protocol/event";
import { bodyOf } from "./damaged";
import { keyInForce } from "./collector-key";

/*
 * What a reviewer said and the collector has not acknowledged outlives their role: it is theirs. It does not go out by
 * itself, since the next token may be another person's, whose name it would bear. The person sees it and decides.
 */

/** An answer, a note or a decision that waits for the person's word. The report itself may not be here any more. */
export interface SetAside {
  id: string;
  createdAt: number;
  /** "" for what has no words: a label, say. */
  text: string;
  status: Status | null;
}

/**
 * The role is gone: nothing of it goes out by itself any more, and what the collector has goes from here, since nobody
 * could offer it again. Inside a transaction over the outbox and its bodies.
 */
export async function setAsideReviews(db: EarshotDatabase): Promise<void> {
  for (const state of ["queued", "leased"] as const) {
    const rows = await onRoute(db, "session", state).toArray();
    await db.outbox.bulkPut(
      rows.map((row): OutboxRow => ({ ...row, state: "parked", parkedFor: "signed-out", owner: null })),
    );
  }
  const received = (await inState(db, "received")).filter(({ route }) => route === "session");
  await deleteItems(db, received);
}

/** What waits for the person's word, oldest first. */
export async function readSetAside(db: EarshotDatabase): Promise<SetAside[]> {
  return (await withBodies(db, await setAside(db))).map((item) => {
    const event = bodyOf(item) as { data?: { text?: unknown; note?: unknown; status?: Status } } | null;
    const words = event?.data?.note ?? event?.data?.text;
    return {
      id: item.id,
      createdAt: item.createdAt,
      text: typeof words === "string" ? words : "",
      status: event?.data?.status ?? null,
    };
  });
}

export async function countSetAside(db: EarshotDatabase): Promise<number> {
  return (await setAside(db)).length;
}

/** The person has a role again and wants it to go, under the name that they have now. */
export async function sendSetAside(db: EarshotDatabase, now: number): Promise<number> {
  return db.transaction("rw", db.outbox, db.kv, async () => {
    const collector = await keyInForce(db);
    const rows = (await setAside(db)).filter((row) => row.collector === collector);
    await db.outbox.bulkPut(
      rows.map((row): OutboxRow => ({ ...row, state: "queued", parkedFor: null, nextAt: now, nextSetAt: now })),
    );
    return rows.length;
  });
}

/** The person does not want it any more. */
export async function dropSetAside(db: EarshotDatabase): Promise<void> {
  await db.transaction("rw", db.outbox, db.bodies, async () => deleteItems(db, await setAside(db)));
}

async function setAside(db: EarshotDatabase): Promise<OutboxRow[]> {
  const rows = (await inState(db, "parked")).filter(({ parkedFor }) => parkedFor === "signed-out");
  return rows.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
}
