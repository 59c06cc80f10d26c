import { expect, it, vi } from "vitest";
import { idOf, inTransaction, manyDatabases, row } from "@/tests/support/copies";
import { fillPacks } from "@/lib/copies/fill";
import { dropCopies, keepCopies } from "@/lib/copies/keep";
import { addItems } from "@/lib/database/items";
import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { FIRST } from "./first-rows";
import { statusRow } from "./inbox.test-support";
import { type InboxList, watchInbox } from "./watch-inbox";

const database = manyDatabases();

const MANY = FIRST + 20;
const WAIT = { timeout: 10_000 };

/** As an update finds it: copies in packs that this version cannot read. */
async function afterAnUpdate(): Promise<EarshotDatabase> {
  const db = await database();
  const rows = Array.from({ length: MANY }, (_, n) => row(n, n + 1));
  await inTransaction(db, () => keepCopies(db, rows));
  await writeKv(db, "packed", { entries: MANY, lookAt: 1000, cleared: 0, form: 1 });
  await db.packs.toCollection().modify({ briefs: '[["another version",1]]', count: 1 });
  return db;
}

function watched(db: EarshotDatabase) {
  const lists: InboxList[] = [];
  const failed = vi.fn();
  const stop = watchInbox(db, { reviewer: "Mara" }, (list) => lists.push(list), failed);
  const last = () => lists.at(-1);
  return { stop, last, lists, failed };
}

it("shows what costs most, with own answers upon it, until packs of another form have been made anew", async () => {
  const db = await afterAnUpdate();
  const { stop, last, lists, failed } = watched(db);
  await vi.waitFor(() => expect(last()).toMatchObject({ complete: false, filling: true }), WAIT);
  expect(last()?.items).toHaveLength(FIRST);
  const id = last()?.items[3]?.id ?? "";
  await addItems(db, [{ ...statusRow(idOf(9000), { status: "planned", basedOn: null, note: "Soon" }), subject: id }]);
  await vi.waitFor(() => expect(last()?.items.find((item) => item.id === id)?.doc.status).toBe("planned"), WAIT);
  // Changes come in, by the one that is the first to write: nobody takes half of the packs for all.
  await inTransaction(db, () => keepCopies(db, [row(9, 9000, { words: "changed" })]));
  await inTransaction(db, () => dropCopies(db, [idOf(10)]));
  expect((await readKv(db, "packed"))?.filling).toBeDefined();
  await vi.waitFor(() => expect(JSON.stringify(last()?.items)).toContain("changed"), WAIT);
  expect(lists.filter(({ complete }) => complete)).toEqual([]);

  await fillPacks(db);
  await vi.waitFor(() => expect(last()?.complete).toBe(true), WAIT);
  expect(last()?.filling).toBeUndefined();
  const ids = last()?.items.map((item) => item.id) ?? [];
  expect(ids.toSorted()).toEqual(await db.reports.toCollection().primaryKeys());
  await vi.waitFor(() => expect(last()?.items.find((item) => item.id === id)?.doc.status).toBe("planned"), WAIT);
  expect(lists.filter(({ complete }) => complete).every(({ items }) => items.length === MANY - 1)).toBe(true);
  expect(failed).not.toHaveBeenCalled();
  stop();
});
