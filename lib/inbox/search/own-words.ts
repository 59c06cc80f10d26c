import { searchWords } from "@/lib/copies/search-text";
import type { EarshotDatabase } from "@/lib/database/open";
import { ownItems } from "../own-items";
import { overlay } from "../overlay";

/** By report the words of its text, each once and in plain letters. */
export type OwnWords = ReadonlyMap<string, readonly string[]>;

/** Of the reports that own answers lie upon which the copies do not contain yet: few, whatever is held. */
export async function readOwnWords(db: EarshotDatabase): Promise<OwnWords> {
  const own = await ownItems(db);
  const rows = await db.reports.bulkGet([...own.keys()]);
  const words = new Map<string, readonly string[]>();
  for (const row of rows) {
    if (!row) continue;
    // Who has said it is not searched in.
    const doc = overlay(row.doc, row.rev, own.get(row.id) ?? [], null);
    if (doc !== row.doc) words.set(row.id, searchWords(doc));
  }
  return words;
}
