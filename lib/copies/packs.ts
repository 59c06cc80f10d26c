import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { PackRow, PackWordsRow, ReportRow } from "@/lib/database/rows";
import { type BriefTuple, PACK_FORM, toTuple } from "./brief";
import { searchWords } from "./search-text";

/*
 * Packs are a log: what changes is written behind everything else, and whoever reads from the beginning to the end has
 * each report at its newest. So one change costs one pack however many reports are held, nobody reads again what they
 * have read, and nothing is ever built anew.
 */

/** One copy in a pack; `null` for a report that is gone. */
export type Packed = BriefTuple | [id: string, gone: null];

interface Entry {
  packed: Packed;
  words: readonly string[];
}

/** Copies in one pack: some 300 KB of briefs. In smaller ones most words stand again and again. */
export const PACK = 1000;
/** Packs that are looked through at one go. */
const AT_ONE_GO = 4;
/** An id is a UUID. */
const ID_LENGTH = 36;
/** How much more than what is held may be in the log; beyond it the oldest packs are cleaned. */
const SLACK = 0.5;

const NOTHING = { entries: 0, lookAt: 2 * PACK, cleared: 0, form: PACK_FORM };

export function entryOf(row: ReportRow): Entry {
  return { packed: toTuple(row), words: searchWords(row.doc) };
}

export function goneEntry(id: string): Entry {
  return { packed: [id, null], words: [] };
}

/** Writes them behind everything else; gives the number of the pack that each is in. Inside a transaction over `copyTables`. */
export async function appendToPacks(db: EarshotDatabase, entries: readonly Entry[]): Promise<number[]> {
  if (entries.length === 0) return [];
  const numbers = await write(db, entries);
  const packed = (await readKv(db, "packed")) ?? NOTHING;
  await writeKv(db, "packed", { ...packed, entries: packed.entries + entries.length });
  return numbers;
}

/** After documents and packs have been written: where too much is of before, the oldest packs go. */
export async function cleanPacks(db: EarshotDatabase): Promise<void> {
  const packed = (await readKv(db, "packed")) ?? NOTHING;
  if (packed.entries <= packed.lookAt) return;
  const most = (1 + SLACK) * (await db.reports.count()) + 2 * PACK;
  let { entries } = packed;
  while (entries > most) {
    const dropped = await cleanOldest(db);
    if (dropped === null) break;
    entries -= dropped;
  }
  await writeKv(db, "packed", { ...packed, entries, lookAt: Math.max(entries, most) });
}

async function write(db: EarshotDatabase, entries: readonly Entry[]): Promise<number[]> {
  const numbers: number[] = [];
  let rest = entries;
  const note = (no: number, part: readonly Entry[]) => {
    numbers.push(...part.map(() => no));
    rest = rest.slice(part.length);
  };
  const last = await db.packs.orderBy("no").last();
  const words = last?.no === undefined ? undefined : await db.packWords.get(last.no);
  if (last?.no !== undefined && words && last.count < PACK) {
    const more = rest.slice(0, PACK - last.count);
    note(await put(db, [...entriesOf(last, words), ...more], last.no), more);
  }
  while (rest.length > 0) {
    const more = rest.slice(0, PACK);
    note(await put(db, more), more);
  }
  return numbers;
}

async function put(db: EarshotDatabase, entries: readonly Entry[], no?: number): Promise<number> {
  const briefs = JSON.stringify(entries.map(({ packed }) => packed));
  const key = await db.packs.put({ ...(no !== undefined && { no }), count: entries.length, briefs });
  const ids = entries.map(({ packed: [id] }) => id.padEnd(ID_LENGTH)).join("");
  await db.packWords.put({ no: key, ids, ...encode(entries.map(({ words }) => words)) });
  return key;
}

/** Takes the oldest pack away; what of it is still the last word goes to the end. Gives how many were old. */
async function cleanOldest(db: EarshotDatabase): Promise<number | null> {
  const [oldest, next] = await db.packs.orderBy("no").limit(2).toArray();
  if (oldest?.no === undefined || !next) return null;
  const { no } = oldest;
  const rows = await db.reports.bulkGet([...new Set(packedIn(oldest).map(([id]) => id))]);
  const kept = rows.flatMap((row) => (row?.pack === no ? row : []));
  await Promise.all([db.packs.delete(no), db.packWords.delete(no)]);
  const numbers = await write(db, kept.map(entryOf));
  await db.reports.bulkPut(kept.map((row, index) => ({ ...row, pack: numbers[index] ?? no })));
  return oldest.count - kept.length;
}

/**
 * Takes out of all packs what they say of these reports, of before as well: what is erased must not lie about until its
 * pack is cleaned. O(all packs), which is a third of a second with 100,000 reports.
 */
export async function scrubPacks(db: EarshotDatabase, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  for (let after = 0; ;) {
    const packs = await db.packs.where("no").above(after).limit(AT_ONE_GO).toArray();
    const last = packs.at(-1)?.no;
    if (last === undefined) return;
    after = last;
    for (const pack of packs) {
      if (pack.no === undefined || !packedIn(pack).some(([id]) => gone.has(id))) continue;
      const words = await db.packWords.get(pack.no);
      if (!words) continue;
      const left = entriesOf(pack, words).map((entry) => (gone.has(entry.packed[0]) ? goneEntry(entry.packed[0]) : entry));
      await put(db, left, pack.no);
    }
  }
}

function entriesOf(pack: PackRow, words: PackWordsRow): Entry[] {
  const { terms, numbers } = wordsIn(words);
  let at = 0;
  return packedIn(pack).map((packed) => {
    const from = at + 1;
    at = from + (numbers[at] ?? 0);
    return { packed, words: Array.from(numbers.subarray(from, at), (term) => terms[term] ?? "") };
  });
}

function encode(docs: readonly (readonly string[])[]): Pick<PackWordsRow, "terms" | "bytes" | "short"> {
  const terms = new Map<string, number>();
  const numbers: number[] = [];
  for (const words of docs) {
    numbers.push(words.length);
    for (const word of words) {
      const term = terms.get(word) ?? terms.size;
      terms.set(word, term);
      numbers.push(term);
    }
  }
  const joined = [...terms.keys()].join(" ");
  const isShort = terms.size < 2 ** 16 && docs.every(({ length }) => length < 2 ** 16);
  return isShort
    ? { terms: joined, bytes: Uint16Array.from(numbers).buffer, short: true }
    : { terms: joined, bytes: Uint32Array.from(numbers).buffer };
}

/** What is in a pack, in the order in which it was written. */
export function packedIn({ briefs }: Pick<PackRow, "briefs">): Packed[] {
  // We wrote it ourselves.
  return JSON.parse(briefs) as Packed[];
}

export interface PackedWords {
  no: number;
  /** Of each copy, in their order. */
  ids: string[];
  /** Each word that is in the pack, once. */
  terms: string[];
  /** For each copy how many words it has, and then which of `terms`; 0 for a report that is gone. */
  numbers: Uint16Array | Uint32Array;
}

export function wordsIn({ no, ids, terms, bytes, short }: PackWordsRow): PackedWords {
  const count = ids.length / ID_LENGTH;
  return {
    no,
    ids: Array.from({ length: count }, (_, n) => ids.slice(n * ID_LENGTH, (n + 1) * ID_LENGTH).trimEnd()),
    terms: terms.split(" "),
    numbers: short ? new Uint16Array(bytes) : new Uint32Array(bytes),
  };
}

/** Inside a transaction over `copyTables`. */
export async function clearPacks(db: EarshotDatabase): Promise<void> {
  const { cleared } = (await readKv(db, "packed")) ?? NOTHING;
  await Promise.all([db.packs.clear(), db.packWords.clear()]);
  await writeKv(db, "packed", { ...NOTHING, cleared: cleared + 1 });
}
