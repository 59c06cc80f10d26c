import { IDBFactory, IDBKeyRange, indexedDB } from "fake-indexeddb";
import { expect, it } from "vitest";
import { EarshotDatabase } from "@/lib/database/open";
import { keepCopies } from "@/lib/copies/keep";
import { inTransaction, manyDatabases, row } from "@/tests/support/copies";
import { FIRST, readFirstRows } from "./first-rows";
import { readFirstRowsEarly } from "./first-rows-early";

const database = manyDatabases();

it("are those that are read later, in the same order", async () => {
  const db = await database();
  const rows = Array.from({ length: FIRST + 20 }, (_, n) => row(n, n + 1));
  await inTransaction(db, () => keepCopies(db, rows));
  const early = await readFirstRowsEarly(db.name, indexedDB);
  expect(early).toHaveLength(FIRST);
  expect(early).toEqual(await readFirstRows(db));
});

it("are none where there is no database, and none is made", async () => {
  const engine = new IDBFactory();
  expect(await readFirstRowsEarly("nobody", engine)).toBeNull();
  expect(await engine.databases()).toEqual([]);
});

it("are none where the database is of an older form, whose update they do not hold up", async () => {
  const name = `older ${Math.random()}`;
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open(name, 40);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("reports", { keyPath: "id" }));
    opening.addEventListener("success", () => resolve(opening.result.close()));
  });
  const early = readFirstRowsEarly(name, indexedDB);
  const db = new EarshotDatabase(name, { indexedDB, IDBKeyRange });
  await db.open();
  expect(await early).toBeNull();
  expect(await readFirstRows(db)).toEqual([]);
  db.close();
});

it("are none where it cannot be opened", async () => {
  const broken = Object.assign(new IDBFactory(), { open: () => failing() });
  expect(await readFirstRowsEarly("any", broken)).toBeNull();
});

function failing(): EventTarget {
  const opening = new EventTarget();
  queueMicrotask(() => opening.dispatchEvent(new Event("error", { cancelable: true })));
  return opening;
}
