import { expect, it, vi } from "vitest";
import { idOf, inTransaction, manyDatabases, row } from "@/tests/support/copies";
import { fillPacks } from "@/lib/copies/fill";
import { dropCopies, keepCopies } from "@/lib/copies/keep";
import { addItems, deleteItems } from "@/lib/database/items";
import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxItem } from "@/lib/database/rows";
import type { ReportDoc } from "@/lib/protocol/documents";
import { statusRow } from "../inbox.test-support";
import type { Search } from "./search";
import { watchSearch } from "./watch-search";

const database = manyDatabases();
const WAIT = { timeout: 10_000 };

/** What `typed` finds, each time that there is news. */
function watched(db: EarshotDatabase, typed: string) {
  const told: string[][] = [];
  const failed = vi.fn();
  let search: Search | null = null;
  const stop = watchSearch(
    db,
    (now) => {
      search = now;
      told.push([...(now.find(typed) ?? [])]);
    },
    failed,
  );
  const until = (ids: readonly string[]) =>
    vi.waitFor(() => expect([...(search?.find(typed) ?? ["nothing yet"])]).toEqual(ids), WAIT);
  return { stop, told, until, failed };
}

const A = idOf(1);
const answer = (note: string, part: Partial<OutboxItem> = {}): OutboxItem => ({
  ...statusRow(idOf(9000), { status: "planned", basedOn: null, note, lang: "en" }),
  subject: A,
  ...part,
});

async function twoReports(): Promise<EarshotDatabase> {
  const db = await database();
  await inTransaction(db, () => keepCopies(db, [row(1, 1), row(2, 2)]));
  return db;
}

it("finds an answer as soon as it is written, and no more when it is undone", async () => {
  const db = await twoReports();
  const { until, stop, failed } = watched(db, "wardrbe");
  await until([]);
  await addItems(db, [answer("The key is in the wardrobe")]);
  await until([A]);
  await deleteItems(db, await db.outbox.toArray());
  await until([]);
  expect(failed).not.toHaveBeenCalled();
  stop();
});

it("finds it all the while until it has come back, and then from the copies", async () => {
  const db = await twoReports();
  await addItems(db, [answer("The key is in the wardrobe")]);
  const { until, stop, told, failed } = watched(db, "wardrobe");
  await until([A]);
  const before = told.length;
  const [item] = await db.outbox.toArray();
  if (item) await db.outbox.put({ ...item, state: "received", seq: "3" });
  const line = { id: idOf(9000), type: "status.set", at: "2026-11-20T09:00:00.000Z", applied: true } as const;
  const said = { ...line, by: { kind: "reviewer", name: "Mara" }, visibility: "thread", seq: "3" } as const;
  const doc: Partial<ReportDoc> = { status: "planned", timeline: [{ ...said, text: "The key is in the wardrobe" }] };
  await inTransaction(db, () => keepCopies(db, [row(1, 3, doc)]));
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(before + 1), WAIT);
  await deleteItems(db, await db.outbox.toArray());
  await inTransaction(db, () => keepCopies(db, [row(2, 4)]));
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(before + 2), WAIT);
  expect(told.slice(before)).toEqual(told.slice(before).map(() => [A]));
  expect(failed).not.toHaveBeenCalled();
  stop();
});

it("does not find what was refused, nor what was said of a report that is gone", async () => {
  const db = await twoReports();
  await addItems(db, [answer("The key is in the wardrobe")]);
  const { until, stop } = watched(db, "wardrobe");
  await until([A]);
  await db.outbox.toCollection().modify({ state: "dead" });
  await until([]);
  await db.outbox.toCollection().modify({ state: "queued" });
  await until([A]);
  await inTransaction(db, () => dropCopies(db, [A]));
  await until([]);
  stop();
});

it("is there only when packs of another form have been made anew", async () => {
  const db = await twoReports();
  const packed = await readKv(db, "packed");
  if (packed) await writeKv(db, "packed", { ...packed, form: 1 });
  await addItems(db, [answer("The key is in the wardrobe")]);
  const { until, stop, told } = watched(db, "wardrobe");
  await inTransaction(db, () => keepCopies(db, [row(2, 3)]));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(told).toEqual([]);
  await fillPacks(db);
  await until([A]);
  stop();
});
