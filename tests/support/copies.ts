import { Dexie } from "dexie";
import { IDBKeyRange, indexedDB } from "fake-indexeddb";
import { afterEach, expect } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { EarshotDatabase } from "@/lib/database/open";
import type { ReportRow } from "@/lib/database/rows";
import { docWith } from "@/lib/inbox/inbox.test-support";
import type { ReportDoc } from "@/lib/protocol/documents";
import { createShared, fromTuple, type Listed } from "@/lib/copies/brief";
import { copyTables } from "@/lib/copies/keep";
import { packedIn, wordsIn } from "@/lib/copies/packs";

// Else nothing is watched: Dexie looks for the browser's own.
Dexie.dependencies.indexedDB = indexedDB;

/** Opens databases in memory, each time another one, or the one of a name once more; all are closed after each test. */
export function manyDatabases() {
  const opened: EarshotDatabase[] = [];
  afterEach(() => {
    for (const db of opened.splice(0)) db.close();
  });
  return async (name = `copies-${Math.random()}`): Promise<EarshotDatabase> => {
    const db = new EarshotDatabase(name, { indexedDB, IDBKeyRange });
    opened.push(db);
    await db.open();
    return db;
  };
}

export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** A copy that says its number and revision. */
export function row(n: number, rev: number, part: Partial<ReportDoc> = {}, readRev = 0): ReportRow {
  const id = idOf(n);
  const doc = docWith({ id, words: `word${n} rev${rev}`, ...part });
  return { id, collector: "c", rev, origin: "", status: doc.status, doc, readRev };
}

export const inTransaction = (db: EarshotDatabase, work: () => Promise<void>) =>
  db.transaction("rw", copyTables(db), async () => work());

/** What a reader has who reads all packs from the beginning. */
export async function read(db: EarshotDatabase) {
  const listed = new Map<string, Listed>();
  const texts = new Map<string, string>();
  const shared = createShared();
  const packs = await db.packs.orderBy("no").toArray();
  for (const pack of packs) {
    for (const packed of packedIn(pack)) {
      if (packed[1] === null) listed.delete(packed[0]);
      else listed.set(packed[0], fromTuple(packed, shared));
    }
  }
  const terms: string[] = [];
  for (const { from, words } of await db.packTerms.toArray()) {
    expect(from).toBe(terms.length);
    terms.push(...words.split(" "));
  }
  expect((await readKv(db, "dictionary"))?.size ?? 0).toBe(terms.length);
  for (const pack of await db.packWords.orderBy("no").toArray()) {
    const { ids, numbers } = wordsIn(pack);
    let at = 0;
    for (const id of ids) {
      const from = at + 1;
      at = from + (numbers[at] ?? 0);
      const words = Array.from(numbers.subarray(from, at), (term) => terms[term]);
      if (words.length === 0) texts.delete(id);
      else texts.set(id, words.join(" "));
    }
  }
  return { listed, texts, packs };
}
