import fc from "fast-check";
import { expect, it } from "vitest";
import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { ReportRow } from "@/lib/database/rows";
import { PACK_FORM } from "./brief";
import { idOf, inTransaction, manyDatabases, read, row } from "@/tests/support/copies";
import { fillPacks } from "./fill";
import { clearCopies, dropCopies, keepCopies, markRead } from "./keep";
import { PACK, packsState } from "./packs";

const database = manyDatabases();

const rowsUpTo = (count: number, rev = 1): ReportRow[] => Array.from({ length: count }, (_, n) => row(n, rev + n));

/** Packs as another version left them, which nobody here can read. */
async function ofAnotherForm(db: EarshotDatabase, count: number): Promise<void> {
  await inTransaction(db, () => keepCopies(db, rowsUpTo(count)));
  const packed = await readKv(db, "packed");
  if (packed) await writeKv(db, "packed", { ...packed, form: PACK_FORM - 1 });
  await db.packs.toCollection().modify({ briefs: "from another version", count: 1 });
  await db.packTerms.toCollection().modify({ words: "from another version" });
}

interface Counted {
  /** Rows that each transaction has written, by their order; a deleted range counts as one. */
  writes(): number[];
  /** From now on only so many rows get through: then it is as if the browser had ended us. */
  endAfter(rows: number): void;
}

/** Opens the database once more, and looks on at what is written below Dexie. */
async function counted(db: EarshotDatabase): Promise<Counted> {
  const counts = new Map<unknown, number>();
  let left = Infinity;
  db.close();
  db.use({
    stack: "dbcore",
    name: "counted",
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          mutate(request) {
            const rows = "values" in request ? request.values.length : "keys" in request ? request.keys.length : 1;
            counts.set(request.trans, (counts.get(request.trans) ?? 0) + rows);
            left -= rows;
            if (left < 0) return Promise.reject(new Error("ended"));
            return table.mutate(request);
          },
        };
      },
    }),
  });
  await db.open();
  return {
    writes: () => [...counts.values()],
    endAfter(rows) {
      left = rows;
    },
  };
}

/** That a reader of all packs has of each document its newest, and of none but these. */
async function expectAllRead(db: EarshotDatabase): Promise<void> {
  const { listed, texts, packs } = await read(db);
  const rows = await db.reports.toArray();
  expect([...listed.keys()].toSorted()).toEqual(rows.map(({ id }) => id));
  expect([...texts.keys()].toSorted()).toEqual(rows.map(({ id }) => id));
  for (const { id, doc, rev, readRev, pack } of rows) {
    expect(listed.get(id)).toMatchObject({ brief: { words: doc.words }, unread: readRev === 0 });
    expect(texts.get(id)).toContain(`rev${rev}`);
    expect(packs.map(({ no }) => no)).toContain(pack);
  }
}

const stateOf = async (db: EarshotDatabase) => packsState(await readKv(db, "packed"));

it("makes packs anew that are of another form, and once is enough", async () => {
  const db = await database();
  await ofAnotherForm(db, 2);
  const before = await readKv(db, "packed");
  await fillPacks(db);
  await expectAllRead(db);
  // Whoever has read the packs of before begins again.
  expect((await readKv(db, "packed"))?.cleared).toBe((before?.cleared ?? 0) + 1);
  const { writes } = await counted(db);
  await fillPacks(db);
  expect(writes()).toEqual([]);
});

it("is as if they had been made at one go", async () => {
  const [anew, atOnce] = [await database(), await database()];
  await ofAnotherForm(anew, PACK + 7);
  await fillPacks(anew);
  await inTransaction(atOnce, () => keepCopies(atOnce, rowsUpTo(PACK + 7)));
  const contents = async (db: EarshotDatabase) => [
    (await db.packs.toArray()).map(({ briefs, count }) => ({ briefs, count })),
    (await db.packWords.toArray()).map(({ ids, bytes }) => ({ ids, bytes: [...new Uint32Array(bytes)] })),
    await db.packTerms.toArray(),
    (await db.reports.toArray()).map(({ pack: _pack, ...one }) => one),
  ];
  expect(await contents(anew)).toEqual(await contents(atOnce));
  expect((await readKv(anew, "packed"))?.entries).toBe((await readKv(atOnce, "packed"))?.entries);
});

it("writes in one transaction what one pack takes, however many reports there are", async () => {
  const db = await database();
  await ofAnotherForm(db, 3 * PACK + 3);
  // So that the portions are no longer whole packs.
  await inTransaction(db, () => keepCopies(db, [row(7, 9000)]));
  const { writes } = await counted(db);
  await fillPacks(db);
  expect(writes()).toHaveLength(4);
  // The documents with the number of their pack, two packs twice, and a few rows of what stands where.
  for (const rows of writes()) expect(rows).toBeLessThanOrEqual(PACK + 12);
  await expectAllRead(db);
});

it("lets changes in after the first portion, and does not wait for the last one", async () => {
  const db = await database();
  await ofAnotherForm(db, 4 * PACK);
  const filling = fillPacks(db);
  await inTransaction(db, () => keepCopies(db, [row(1, 9000), row(4 * PACK, 9001)]));
  expect(await stateOf(db)).toBe("filling");
  await inTransaction(db, () => dropCopies(db, [idOf(2), idOf(4 * PACK - 2)]));
  expect(await stateOf(db)).toBe("filling");
  await filling;
  expect(await stateOf(db)).toBe("whole");
  await expectAllRead(db);
});

it("takes what is erased out of packs that are half made, and does not put it in later", async () => {
  const db = await database();
  await ofAnotherForm(db, 2 * PACK + 1);
  const [first, last] = [row(0, 9000, { words: "My secret" }), row(2 * PACK, 9001, { words: "My riddle" })];
  await db.reports.bulkPut([first, last]);
  (await counted(db)).endAfter(PACK + 30);
  await expect(fillPacks(db)).rejects.toThrow();
  const again = await database(db.name);
  expect(await stateOf(again)).toBe("filling");
  await inTransaction(again, () => dropCopies(again, [first.id, last.id]));
  await fillPacks(again);
  const written = JSON.stringify([await again.packs.toArray(), await again.packTerms.toArray()]);
  expect(written).not.toMatch(/secret|riddle/i);
  await expectAllRead(again);
});

it("ends where the copies are deleted, and new ones are packed as they come", async () => {
  const db = await database();
  await ofAnotherForm(db, 3 * PACK);
  const filling = fillPacks(db);
  await inTransaction(db, () => clearCopies(db));
  await inTransaction(db, () => keepCopies(db, [row(1, 9000)]));
  await filling;
  expect([await stateOf(db), await db.packs.count()]).toEqual(["whole", 1]);
  await expectAllRead(db);
});

it("is done once by two who work at it beside each other", async () => {
  const db = await database();
  await ofAnotherForm(db, 3 * PACK + 1);
  const other = await database(db.name);
  await Promise.all([fillPacks(db), fillPacks(other)]);
  expect((await read(db)).packs.map(({ count }) => count)).toEqual([PACK, PACK, PACK, 1]);
  await expectAllRead(db);
});

it("begins again where a newer or an older version has begun before", async () => {
  const db = await database();
  await ofAnotherForm(db, 2 * PACK);
  const packed = (await readKv(db, "packed")) ?? { entries: 0, lookAt: 0, cleared: 0 };
  const { form: _form, ...begun } = packed;
  await writeKv(db, "packed", { ...begun, filling: { form: PACK_FORM + 1, after: idOf(PACK) } });
  expect(await stateOf(db)).toBe("none");
  await fillPacks(db);
  await expectAllRead(db);
});

it("packs copies of before there were packs, whoever comes first", async () => {
  const db = await database();
  await db.reports.bulkPut(rowsUpTo(PACK + 5));
  await inTransaction(db, () => keepCopies(db, [row(5000, 5000)]));
  expect([...(await read(db)).listed.keys()]).toEqual([idOf(5000)]);
  expect(await stateOf(db)).toBe("filling");
  await fillPacks(db);
  await expectAllRead(db);
});

it("has every report at its newest in the end, whenever it is ended and whatever happens in between", async () => {
  const change = fc.record({
    does: fc.constantFrom("end", "end", "keep", "keep", "drop", "read", "clear"),
    from: fc.nat(1500),
    count: fc.integer({ min: 1, max: 700 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      let db = await database();
      await ofAnotherForm(db, 2 * PACK + 300);
      let rev = 9000;
      for (const { does, from, count } of changes) {
        const span = Array.from({ length: count }, (_, n) => from + n);
        if (does === "end") {
          (await counted(db)).endAfter(2 * count);
          // Where there was not so much left to do, it has come to its end.
          await fillPacks(db).catch(() => null);
          db.close();
          db = await database(db.name);
        } else if (does === "keep") {
          const rows = span.map((n) => row(n, (rev += 1)));
          await inTransaction(db, () => keepCopies(db, rows));
        } else if (does === "drop") await inTransaction(db, () => dropCopies(db, span.map(idOf)));
        else if (does === "read") await markRead(db, idOf(from));
        else await inTransaction(db, () => clearCopies(db));
      }
      await fillPacks(db);
      expect(await stateOf(db)).toBe("whole");
      await expectAllRead(db);
      db.close();
    }),
    { numRuns: 12 },
  );
}, 120_000);
