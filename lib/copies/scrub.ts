import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { blankWords } from "./dictionary";
import { entriesOf, goneEntry, type Numbered, putPack } from "./packs";

/** Packs that are read at one go. */
const AT_ONE_GO = 8;

/**
 * Takes out of all packs what they say of these reports, of before as well, and out of the dictionary the words that
 * nobody else has said: what is erased must not lie about until its pack is cleaned. Inside a transaction over
 * `copyTables`. O(all packs), which is a third of a second with 100,000 reports.
 */
export async function scrubPacks(db: EarshotDatabase, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  const theirs = new Set<number>();
  const others = new Uint8Array((await readKv(db, "dictionary"))?.size ?? 0);
  const isGone = ({ packed: [id] }: Numbered) => gone.has(id);
  for (let after = 0; ;) {
    const packs = await db.packs.where("no").above(after).limit(AT_ONE_GO).toArray();
    if (packs.length === 0) break;
    const words = await db.packWords.bulkGet(packs.map(({ no }) => no ?? 0));
    for (const [at, pack] of packs.entries()) {
      after = pack.no ?? after;
      const said = words[at];
      const entries = said ? entriesOf(pack, said) : [];
      for (const entry of entries) {
        if (isGone(entry)) for (const number of entry.numbers) theirs.add(number);
        else for (const number of entry.numbers) others[number] = 1;
      }
      if (!entries.some(isGone)) continue;
      await putPack(
        db,
        entries.map((entry) => (isGone(entry) ? goneEntry(entry.packed[0]) : entry)),
        after,
      );
    }
  }
  const blank = new Set([...theirs].filter((number) => others[number] !== 1));
  if (blank.size > 0) await blankWords(db, blank);
}
