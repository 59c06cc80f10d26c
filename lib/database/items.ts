import type { EarshotDatabase } from "./open";
import type { BodyRow, OutboxItem, OutboxRow } from "./rows";

/*
 * An item is a row of `outbox`, which changes, and its event in `bodies`, which does not. They come and go together:
 * inside a transaction over both.
 */

export async function addItems(db: EarshotDatabase, items: readonly OutboxItem[]): Promise<void> {
  const bodies = items.flatMap(({ id, body }) => (body === "" ? [] : { id, body }));
  await Promise.all([db.outbox.bulkAdd(items.map(rowOf)), db.bodies.bulkAdd(bodies)]);
}

/** An item as it stands in `outbox`. */
export function rowOf({ body: _body, ...row }: OutboxItem): OutboxRow {
  return row;
}

/** The rows with what they send; "" where there is nothing, or nothing any more. */
export async function withBodies(db: EarshotDatabase, rows: readonly OutboxRow[]): Promise<OutboxItem[]> {
  const ids = rows
    .map((row) => row.id)
    .filter(isKey)
    .toSorted();
  const found = new Map<string, string>();
  const note = (bodies: readonly (BodyRow | undefined)[]) => {
    for (const one of bodies) if (one) found.set(one.id, one.body);
  };
  // Ids of events that wait one behind the other are so in the table too (UUIDv7): then one request brings them all.
  const [from, to] = [ids[0], ids.at(-1)];
  if (ids.length > 2) note(await db.bodies.where("id").between(from, to, true, true).limit(ids.length).toArray());
  note(await db.bodies.bulkGet(ids.filter((id) => !found.has(id))));
  return rows.map((row) => ({ ...row, body: found.get(row.id) ?? "" }));
}

/** Of a damaged row not even that is sure, and one of these must not hide all the others. */
function isKey(id: unknown): id is string {
  return typeof id === "string";
}

export async function itemsOf(db: EarshotDatabase, reportId: string): Promise<OutboxItem[]> {
  return withBodies(db, await db.outbox.where("subject").equals(reportId).sortBy("order"));
}

export async function deleteItems(db: EarshotDatabase, rows: readonly OutboxRow[]): Promise<void> {
  await Promise.all([
    db.outbox.bulkDelete(rows.flatMap((row) => row.order ?? [])),
    db.bodies.bulkDelete(rows.map((row) => row.id)),
  ]);
}
