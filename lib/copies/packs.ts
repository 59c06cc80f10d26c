import { type KvValues, readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { PackRow, PackWordsRow, ReportRow } from "@/lib/database/rows";
import { type BriefTuple, PACK_FORM, toTuple } from "./brief";
import { clearDictionary, numbersOf } from "./dictionary";
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

/** The same with the numbers of its words. */
export interface Numbered {
  packed: Packed;
  numbers: readonly number[] | Uint32Array;
}

/** Most copies in one pack: some 150 KB of briefs, read in a few milliseconds. Another number is another `PACK_FORM`. */
export const PACK = 500;
/** An id is a UUID. */
const ID_LENGTH = 36;
/** How much more than what is held may be in the log; beyond it the oldest packs are cleaned. */
const SLACK = 0.5;

const NOTHING: KvValues["packed"] = { entries: 0, lookAt: 2 * PACK, cleared: 0, form: PACK_FORM };

export function entryOf(row: ReportRow): Entry {
  return { packed: toTuple(row), words: searchWords(row.doc) };
}

export function goneEntry(id: string): Entry & Numbered {
  return { packed: [id, null], words: [], numbers: [] };
}

/** Writes them behind everything else; gives the number of the pack that each is in. Inside a transaction over `copyTables`. */
export async function appendToPacks(db: EarshotDatabase, entries: readonly Entry[]): Promise<number[]> {
  if (entries.length === 0) return [];
  const numbers = await write(db, entries);
  const packed = (await readKv(db, "packed")) ?? NOTHING;
  await writeKv(db, "packed", { ...packed, entries: packed.entries + entries.length });
  return numbers;
}

/** After documents and packs have been written: where too much is of before, the oldest packs go. `fewer`: reports went. */
export async function cleanPacks(db: EarshotDatabase, fewer = false): Promise<void> {
  const packed = (await readKv(db, "packed")) ?? NOTHING;
  if (!fewer && packed.entries <= packed.lookAt) return;
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
  const words = await numbersOf(
    db,
    entries.map((entry) => entry.words),
  );
  let rest = entries.map<Numbered>(({ packed }, at) => ({ packed, numbers: words[at] ?? [] }));
  const written: number[] = [];
  const note = (no: number, part: readonly Numbered[]) => {
    written.push(...part.map(() => no));
    rest = rest.slice(part.length);
  };
  const last = await db.packs.orderBy("no").last();
  if (last?.no !== undefined && last.count < PACK) {
    const more = rest.slice(0, PACK - last.count);
    const before = await db.packWords.get(last.no);
    if (before) note(await putPack(db, [...entriesOf(last, before), ...more], last.no), more);
  }
  while (rest.length > 0) {
    const more = rest.slice(0, PACK);
    note(await putPack(db, more), more);
  }
  return written;
}

/** A new pack, or the one of that number anew. Gives its number. */
export async function putPack(db: EarshotDatabase, entries: readonly Numbered[], no?: number): Promise<number> {
  const briefs = JSON.stringify(entries.map(({ packed }) => packed));
  const key = await db.packs.put({ ...(no !== undefined && { no }), count: entries.length, briefs });
  const ids = entries.map(({ packed: [id] }) => id.padEnd(ID_LENGTH)).join("");
  const numbers = entries.flatMap((entry) => [entry.numbers.length, ...entry.numbers]);
  await db.packWords.put({ no: key, ids, bytes: Uint32Array.from(numbers).buffer });
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

export function entriesOf(pack: PackRow, words: PackWordsRow): Numbered[] {
  const { numbers } = wordsIn(words);
  let at = 0;
  return packedIn(pack).map((packed) => {
    const from = at + 1;
    at = from + (numbers[at] ?? 0);
    return { packed, numbers: numbers.subarray(from, at) };
  });
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
  /** For each copy how many words it has, and then which of the dictionary's; 0 for a report that is gone. */
  numbers: Uint32Array;
}

export function wordsIn({ no, ids, bytes }: PackWordsRow): PackedWords {
  const count = ids.length / ID_LENGTH;
  return {
    no,
    ids: Array.from({ length: count }, (_, n) => ids.slice(n * ID_LENGTH, (n + 1) * ID_LENGTH).trimEnd()),
    numbers: new Uint32Array(bytes),
  };
}

/**
 * "none": there are none, or such of another form, which nobody here can read. "filling": they are being made, and not
 * every report is in them yet.
 */
export function packsState(packed: KvValues["packed"] | null): "none" | "filling" | "whole" {
  if (packed?.form === PACK_FORM) return "whole";
  return packed?.filling?.form === PACK_FORM ? "filling" : "none";
}

/**
 * Where packs are missing or of another form, all of them go, and the making of new ones begins (`fillPacks`). Until it
 * has ended they have no `form`, so that an older version, which knows of no filling, makes them anew as well. Inside a
 * transaction over `copyTables`.
 */
export async function beginPacks(db: EarshotDatabase): Promise<void> {
  if (packsState(await readKv(db, "packed")) !== "none") return;
  await clearPacks(db);
  if ((await db.reports.limit(1).count()) > 0) await noteFilled(db, "");
}

/** All reports up to this id are in the packs; null: every one. Inside a transaction over `copyTables`. */
export async function noteFilled(db: EarshotDatabase, after: string | null): Promise<void> {
  const { form: _form, filling: _filling, ...packed } = (await readKv(db, "packed")) ?? NOTHING;
  const state = after === null ? { form: PACK_FORM } : { filling: { form: PACK_FORM, after } };
  await writeKv(db, "packed", { ...packed, ...state });
}

/** Inside a transaction over `copyTables`, where there are no copies (any more). */
export async function clearPacks(db: EarshotDatabase): Promise<void> {
  const { cleared } = (await readKv(db, "packed")) ?? NOTHING;
  await Promise.all([db.packs.clear(), db.packWords.clear()]);
  await clearDictionary(db);
  await writeKv(db, "packed", { ...NOTHING, cleared: cleared + 1 });
}
