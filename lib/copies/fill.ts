import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { copyTables, keepCopies } from "./keep";
import { beginPacks, noteFilled, PACK } from "./packs";

/**
 * Packs for copies that were written before there were any, or in another form; nothing where they are as they should
 * be. One pack after the other, each in a transaction of its own, so that others write in between, and whoever is ended
 * in the middle, or works at it beside somebody else, goes on where the last one has stopped.
 *
 * What is written in between goes behind what is there, as always: a report that changes before its turn comes is written
 * twice, both times as it is then, and the last word counts. One that is new or gone needs nothing more.
 */
export async function fillPacks(db: EarshotDatabase): Promise<void> {
  while (await fillMore(db));
}

/** Gives whether there is more to do. */
async function fillMore(db: EarshotDatabase): Promise<boolean> {
  return db.transaction("rw", copyTables(db), async () => {
    await beginPacks(db);
    const filling = (await readKv(db, "packed"))?.filling;
    if (!filling) return false;
    const rows = await db.reports.where("id").above(filling.after).limit(PACK).toArray();
    await keepCopies(db, rows);
    const last = rows[PACK - 1];
    await noteFilled(db, last?.id ?? null);
    return last !== undefined;
  });
}
