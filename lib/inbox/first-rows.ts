import type { EarshotDatabase } from "@/lib/database/open";
import type { ReportRow } from "@/lib/database/rows";

/** They fill a screen, and are there before the packs are read. */
export const FIRST = 50;

/** What costs most, by the index. It needs nothing but the database, so that it can be asked for before anything else. */
export function readFirstRows(db: EarshotDatabase): Promise<ReportRow[]> {
  return db.reports.orderBy("cost").limit(FIRST).toArray();
}
