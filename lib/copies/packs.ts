import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { PackRow, PackTextRow, ReportRow } from "@/lib/database/rows";
import { type BriefTuple, toTuple } from "./brief";
import { plainText, termsOf } from "./search-text";

/*
 * Packs are a log: what changes is written behind everything else, and whoever reads from the beginning to the end has
 * each report at its newest. So one change costs one pack however many reports are held, nobody reads again what they
 * have read, and nothing is ever built anew.
 */

/** One copy in a pack; `null` for a report that is gone. */
export type Packed = BriefTuple | [id: string, gone: null];

interface Entry {
  packed: Packed;
  text: string;
}

/** Copies in one pack: some 75 KB of briefs, read in a few milliseconds. */
export const PACK = 250;
/** An id is a UUID. */
const ID_LENGTH = 36;
/** How much more than what is held may be in the log; beyond it the oldest packs are cleaned. */
const SLACK = 0.5;

const NOTHING = { entries: 0, lookAt: 2 * PACK, cleared: 0 };

export function entryOf(row: ReportRow): Entry {
  return { packed: toTuple(row), text: plainText(row.doc) };
}

export function goneEntry(id: string): Entry {
  return { packed: [id, null], text: "" };
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
  const texts = last?.no === undefined ? undefined : await db.packTexts.get(last.no);
  if (last?.no !== undefined && texts && last.count < PACK) {
    const more = rest.slice(0, PACK - last.count);
    note(await put(db, [...entriesOf(last, texts), ...more], last.no), more);
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
  const texts = entries.map(({ text }) => text);
  const ids = entries.map(({ packed: [id] }) => id.padEnd(ID_LENGTH)).join("");
  await db.packTexts.put({ no: key, ids, texts: texts.join("\n"), terms: termsOf(texts) });
  return key;
}

/** Takes the oldest pack away; what of it is still the last word goes to the end. Gives how many were old. */
async function cleanOldest(db: EarshotDatabase): Promise<number | null> {
  const [oldest, next] = await db.packs.orderBy("no").limit(2).toArray();
  if (oldest?.no === undefined || !next) return null;
  const { no } = oldest;
  const rows = await db.reports.bulkGet([...new Set(packedIn(oldest).map(([id]) => id))]);
  const kept = rows.flatMap((row) => (row?.pack === no ? row : []));
  await Promise.all([db.packs.delete(no), db.packTexts.delete(no)]);
  const numbers = await write(db, kept.map(entryOf));
  await db.reports.bulkPut(kept.map((row, index) => ({ ...row, pack: numbers[index] ?? no })));
  return oldest.count - kept.length;
}

function entriesOf(pack: PackRow, { texts }: PackTextRow): Entry[] {
  const lines = texts.split("\n");
  return packedIn(pack).map((packed, index) => ({ packed, text: lines[index] ?? "" }));
}

/** What is in a pack, in the order in which it was written. */
export function packedIn({ briefs }: Pick<PackRow, "briefs">): Packed[] {
  // We wrote it ourselves.
  return JSON.parse(briefs) as Packed[];
}

export interface PackedText {
  id: string;
  /** In plain letters; "" for a report that is gone. */
  text: string;
}

export function textsIn({ ids, texts }: PackTextRow): PackedText[] {
  return texts.split("\n").map((text, index) => ({
    id: ids.slice(index * ID_LENGTH, (index + 1) * ID_LENGTH).trimEnd(),
    text,
  }));
}

/** Inside a transaction over `copyTables`. */
export async function clearPacks(db: EarshotDatabase): Promise<void> {
  const { cleared } = (await readKv(db, "packed")) ?? NOTHING;
  await Promise.all([db.packs.clear(), db.packTexts.clear()]);
  await writeKv(db, "packed", { ...NOTHING, cleared: cleared + 1 });
}
