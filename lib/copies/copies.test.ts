import fc from "fast-check";
import { expect, it } from "vitest";
import { firstWordMs } from "@/lib/reports/first-word";
import { briefOf } from "./brief";
import { idOf, inTransaction, manyDatabases, read, row } from "@/tests/support/copies";
import { clearCopies, dropCopies, keepCopies, markRead } from "./keep";
import { PACK } from "./packs";

const database = manyDatabases();

it("says of each report what its document says, whatever it is", async () => {
  const db = await database();
  const helped = { forEvent: idOf(9), yes: 2, partly: 1, no: 0, hoursGivenBack: 1.5, givenBackUnknown: 1 };
  const rows = [
    row(1, 1, { words: "😀".repeat(200), lang: "pt-BR", context: null, kind: "slow", burden: { holdsBack: "slows" } }),
    row(2, 2, { context: { origin: "https://a.example", site: "A" }, helped, canonical: idOf(1), people: 3 }, 2),
    row(3, 3, {
      context: { origin: "https://a.example" },
      triage: { assignee: "Mara", labels: ["x"], externalRefs: [] },
    }),
    row(4, 4, { words: "   ", status: "done", statusBy: "Mara", statusEvent: idOf(8), attention: "reply" }),
  ];
  await inTransaction(db, () => keepCopies(db, rows));
  const { listed, texts } = await read(db);
  for (const { id, doc, readRev } of rows) {
    const { brief, unread } = listed.get(id) ?? { brief: null, unread: null };
    const { words = "?", isCut = false, context, canonical = null, firstWord, page, ...rest } = brief ?? {};
    expect(doc).toMatchObject(rest);
    expect(doc.words.startsWith(words)).toBe(true);
    expect(isCut).toBe(words.length < doc.words.length);
    expect(words.isWellFormed()).toBe(true);
    expect([firstWord, page]).toEqual([firstWordMs(doc), undefined]);
    expect(context).toEqual(doc.context);
    expect(canonical).toBe(doc.canonical ?? null);
    expect(unread).toBe(readRev === 0);
  }
  expect(texts.get(idOf(3))).toBe("word3 rev3 mara x https a example");
});

it("has of a page's times what Impact compares, the same from a pack as from the document", async () => {
  const db = await database();
  const origin = "https://a.example";
  const timings = { lcp: 900, load: 1200, ttfb: 3 };
  const reporter = { name: "Ann", email: "ann@a.example" };
  const rows = [
    row(1, 1, { context: { origin, path: "/x", timings }, reporter }),
    row(2, 2, { context: { origin, path: "/x", timings: { load: 700 } } }),
    row(3, 3, { context: { origin, path: "/x", timings: { ttfb: 3 } } }),
    row(4, 4, { context: { origin, timings }, reporter }),
  ];
  await inTransaction(db, () => keepCopies(db, rows));
  const { listed } = await read(db);
  const pages = [
    { path: "/x", lcp: 900, load: 1200, from: "ann@a.example" },
    { path: "/x", lcp: null, load: 700, from: null },
    undefined,
    undefined,
  ];
  expect(rows.map(({ id }) => listed.get(id)?.brief.page)).toEqual(pages);
  expect(rows.map(({ doc }) => briefOf(doc).page)).toEqual(pages);
});

it("puts small changes into the newest pack, and begins another one when that is full", async () => {
  const db = await database();
  for (let n = 0; n < 3; n += 1) await inTransaction(db, () => keepCopies(db, [row(n, n + 1)]));
  expect((await read(db)).packs.map(({ count }) => count)).toEqual([3]);
  const many = Array.from({ length: PACK }, (_, n) => row(100 + n, 100 + n));
  await inTransaction(db, () => keepCopies(db, many));
  expect((await read(db)).packs.map(({ count }) => count)).toEqual([PACK, 3]);
});

it("leaves nothing of a report that is gone in any row, of what it was before as well", async () => {
  const db = await database();
  const others = Array.from({ length: PACK }, (_, n) => row(100 + n, 100 + n));
  await inTransaction(db, () => keepCopies(db, [row(1, 1, { words: "My secret", goal: "hidden" })]));
  await inTransaction(db, () => keepCopies(db, others));
  await inTransaction(db, () => keepCopies(db, [row(1, 2, { words: "My riddle" }), row(2, 3)]));
  const written = async () => JSON.stringify([await db.packs.toArray(), await db.packTerms.toArray()]);
  expect(await written()).toMatch(/secret.*hidden.*riddle/s);
  await inTransaction(db, () => dropCopies(db, [idOf(1), idOf(9)]));
  expect(await written()).not.toMatch(/secret|hidden|riddle/i);
  const { listed, texts } = await read(db);
  expect([listed.size, texts.size]).toEqual([PACK + 1, PACK + 1]);
  // What others have said too is still a word, and what nobody says any more can be said again.
  expect(texts.get(idOf(2))).toBe("word2 rev3");
  await inTransaction(db, () => keepCopies(db, [row(3, 4, { words: "My secret again" })]));
  expect((await read(db)).texts.get(idOf(3))).toBe("my secret again");
});

it("keeps the numbers of words right where a transaction came to nothing", async () => {
  const db = await database();
  await inTransaction(db, () => keepCopies(db, [row(1, 1, { words: "one two" })]));
  const broken = inTransaction(db, async () => {
    await keepCopies(db, [row(2, 2, { words: "three four" })]);
    throw new Error("the disk is full");
  });
  await expect(broken).rejects.toThrow("the disk is full");
  await inTransaction(db, () => keepCopies(db, [row(3, 3, { words: "five three" })]));
  const { texts } = await read(db);
  expect([...texts.values()]).toEqual(["one two", "five three"]);
});

it("marks what was read, and keeps the order of what costs most in an index", async () => {
  const db = await database();
  const rows = [
    row(1, 1, { hoursAWeek: 1 }),
    row(2, 2, { hoursAWeek: 5 }),
    row(3, 3, { hoursAWeek: 9, canonical: idOf(2) }),
  ];
  await inTransaction(db, () => keepCopies(db, rows));
  await markRead(db, idOf(1));
  expect((await read(db)).listed.get(idOf(1))?.unread).toBe(false);
  // The third is part of the second, and nobody waits for a word on it.
  expect(await db.reports.orderBy("cost").primaryKeys()).toEqual([idOf(2), idOf(1)]);
});

it("is the same as the documents after any changes, and never much longer than they are", async () => {
  const change = fc.record({
    does: fc.constantFrom("keep", "keep", "keep", "drop", "read", "clear"),
    from: fc.nat(2500),
    count: fc.integer({ min: 1, max: 1500 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 14 }), async (changes) => {
      const db = await database();
      let rev = 0;
      for (const { does, from, count } of changes) {
        const span = Array.from({ length: count }, (_, n) => from + n);
        if (does === "keep")
          await inTransaction(db, () =>
            keepCopies(
              db,
              span.map((n) => row(n, (rev += 1))),
            ),
          );
        else if (does === "drop") await inTransaction(db, () => dropCopies(db, span.map(idOf)));
        else if (does === "read") await markRead(db, idOf(from));
        else await inTransaction(db, () => clearCopies(db));
      }
      const { listed, texts, packs } = await read(db);
      const rows = await db.reports.toArray();
      expect([...listed.keys()].toSorted()).toEqual(rows.map(({ id }) => id));
      for (const { id, doc, rev: at, readRev } of rows) {
        expect(listed.get(id)).toMatchObject({ brief: { words: doc.words }, unread: readRev === 0 });
        expect(texts.get(id)).toContain(`rev${at}`);
      }
      const entries = packs.reduce((sum, { count }) => sum + count, 0);
      expect(entries).toBeLessThanOrEqual(1.5 * rows.length + 4 * PACK);
      db.close();
    }),
    { numRuns: 12 },
  );
}, 120_000);
