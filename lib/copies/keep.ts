import type { Table } from "dexie";
import type { EarshotDatabase } from "@/lib/database/open";
import type { ReportRow } from "@/lib/database/rows";
import { costKey } from "@/lib/reports/cost-order";
import { appendToPacks, beginPacks, cleanPacks, clearPacks, entryOf, goneEntry } from "./packs";
import { scrubPacks } from "./scrub";

/*
 * The only ones that write a reviewer's copies: the documents, and the same as the list and the search read them. Each
 * inside a transaction over `copyTables`.
 */

export function copyTables(db: EarshotDatabase): Table[] {
  return [db.reports, db.packs, db.packWords, db.packTerms, db.kv];
}

export async function keepCopies(db: EarshotDatabase, rows: readonly ReportRow[]): Promise<void> {
  await beginPacks(db);
  const numbers = await appendToPacks(db, rows.map(entryOf));
  await db.reports.bulkPut(rows.map((row, index) => inList(row, numbers[index])));
  await cleanPacks(db);
}

/** They are gone from every row, now. */
export async function dropCopies(db: EarshotDatabase, ids: readonly string[]): Promise<void> {
  await beginPacks(db);
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

/** Where the list has it. A joined report is listed by itself only while somebody waits for a word on it. */
function inList(row: ReportRow, pack: number | undefined): ReportRow {
  const { cost: _before, ...rest } = row;
  const { canonical, attention } = row.doc;
  const isListed = (canonical ?? null) === null || attention !== null;
  return { ...rest, ...(pack !== undefined && { pack }), ...(isListed && { cost: costKey(row.doc) }) };
}
