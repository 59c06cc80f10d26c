import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";

/*
 * Every word that occurs in a copy, in plain letters, with a number that it keeps: packs hold numbers only, and whoever
 * searches reads each word once. Words are numbered in the order in which they came.
 */

/** Words in one row, some 60 KB. */
const CHUNK = 8000;

interface Known {
  cleared: number;
  size: number;
  numbers: Map<string, number>;
}

/** What the one that writes has read of the dictionary; one whose transaction came to nothing knows too much. */
const kept = new WeakMap<EarshotDatabase, Known>();

const NOTHING = { size: 0, cleared: 0 };

/** The words' numbers, new words included. Inside a transaction over `copyTables`. */
export async function numbersOf(db: EarshotDatabase, texts: readonly (readonly string[])[]): Promise<number[][]> {
  const { size, cleared } = (await readKv(db, "dictionary")) ?? NOTHING;
  const known = await readKnown(db, size, cleared);
  const { numbers } = known;
  const news: string[] = [];
  const numbered = texts.map((words) =>
    words.map((word) => {
      const before = numbers.get(word);
      if (before !== undefined) return before;
      const number = size + news.length;
      news.push(word);
      numbers.set(word, number);
      return number;
    }),
  );
  if (news.length > 0) {
    known.size += news.length;
    await append(db, size, news);
    await writeKv(db, "dictionary", { size: known.size, cleared });
  }
  return numbered;
}

/** Inside a transaction over `copyTables`. */
export async function clearDictionary(db: EarshotDatabase): Promise<void> {
  const { cleared } = (await readKv(db, "dictionary")) ?? NOTHING;
  await db.packTerms.clear();
  await writeKv(db, "dictionary", { size: 0, cleared: cleared + 1 });
}

/** Takes words out, whose numbers stay empty. Inside a transaction over `copyTables`. */
export async function blankWords(db: EarshotDatabase, gone: ReadonlySet<number>): Promise<void> {
  await db.packTerms.toCollection().modify((row) => {
    const words = row.words.split(" ").map((word, at) => (gone.has(row.from + at) ? "" : word));
    row.words = words.join(" ");
  });
  kept.delete(db);
}

async function readKnown(db: EarshotDatabase, size: number, cleared: number): Promise<Known> {
  const before = kept.get(db);
  if (before?.cleared === cleared && before.size === size) return before;
  const numbers = new Map<string, number>();
  await db.packTerms.each(({ from, words }) => {
    words.split(" ").forEach((word, at) => {
      if (word !== "") numbers.set(word, from + at);
    });
  });
  const known = { cleared, size, numbers };
  kept.set(db, known);
  return known;
}

async function append(db: EarshotDatabase, size: number, news: readonly string[]): Promise<void> {
  const last = await db.packTerms.orderBy("from").last();
  let rest = news;
  if (last && size - last.from < CHUNK) {
    const more = rest.slice(0, CHUNK - (size - last.from));
    await db.packTerms.put({ ...last, words: `${last.words} ${more.join(" ")}` });
    rest = rest.slice(more.length);
  }
  for (let at = 0; at < rest.length; at += CHUNK) {
    const from = size + news.length - rest.length + at;
    await db.packTerms.put({ from, words: rest.slice(at, at + CHUNK).join(" ") });
  }
}
