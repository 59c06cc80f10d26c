import type { Table } from "dexie";
import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { ReportRow } from "@/lib/database/rows";
import { costKey } from "@/lib/reports/cost-order";
import { PACK_FORM } from "./brief";
import { appendToPacks, cleanPacks, clearPacks, entryOf, goneEntry, PACK } from "./packs";
import { scrubPacks } from "./scrub";

/*
 * The only ones that write a reviewer's copies: the documents, and the same as the list and the search read them. Each
 * inside a transaction over `copyTables`.
 */

export function copyTables(db: EarshotDatabase): Table[] {
  return [db.reports, db.packs, db.packWords, db.packTerms, db.kv];
}

export async function keepCopies(db: EarshotDatabase, rows: readonly ReportRow[]): Promise<void> {
  await fillPacks(db);
  await keep(db, rows);
}

async function keep(db: EarshotDatabase, rows: readonly ReportRow[]): Promise<void> {
  const numbers = await appendToPacks(db, rows.map(entryOf));
  await db.reports.bulkPut(rows.map((row, index) => inList(row, numbers[index])));
  await cleanPacks(db);
}

/** They are gone from every row, now. */
export async function dropCopies(db: EarshotDatabase, ids: readonly string[]): Promise<void> {
  await fillPacks(db);
  const held = (await db.reports.bulkGet([...ids])).flatMap((row) => row?.id ?? []);
  if (held.length === 0) return;
  await db.reports.bulkDelete(held);
  await scrubPacks(db, held);
  // Whoever has read the packs before hears it at the end.
  await appendToPacks(db, held.map(goneEntry));
  await cleanPacks(db, true);
}

export async function clearCopies(db: EarshotDatabase): Promise<void> {
  await db.reports.clear();
  await clearPacks(db);
}

/** The reviewer has seen it as it is now. */
export async function markRead(db: EarshotDatabase, reportId: string): Promise<void> {
  await db.transaction("rw", copyTables(db), async () => {
    const row = await db.reports.get(reportId);
    if (row && row.readRev !== row.rev) await keepCopies(db, [{ ...row, readRev: row.rev }]);
  });
}

/** Packs for copies that were written before there were any, or in another form. Nothing where they are as they should be. */
export async function fillPacks(db: EarshotDatabase): Promise<void> {
  await db.transaction("rw", copyTables(db), async () => {
    const packed = await readKv(db, "packed");
    if (packed?.form === PACK_FORM) return;
    if (packed !== null) await clearPacks(db);
    const ids = await db.reports.toCollection().primaryKeys();
    for (let at = 0; at < ids.length; at += PACK) {
      const rows = await db.reports.bulkGet(ids.slice(at, at + PACK));
      await keep(
        db,
        rows.flatMap((row) => row ?? []),
      );
    }
  });
}

/** Where the list has it. A joined report is listed by itself only while somebody waits for a word on it. */
function inList(row: ReportRow, pack: number | undefined): ReportRow {
  const { cost: _before, ...rest } = row;
  const { canonical, attention } = row.doc;
  const isListed = (canonical ?? null) === null || attention !== null;
  return { ...rest, ...(pack !== undefined && { pack }), ...(isListed && { cost: costKey(row.doc) }) };
}
