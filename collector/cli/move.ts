import { randomUUID } from "node:crypto";
import { moveDatabase } from "../archive/restore-database";
import { migrate } from "../store/migrate";
import { markMoved, openPglite, refuseDamaged } from "../store/open-pglite";
import { openPostgres, placeOf } from "../store/open-postgres";
import { startNewEpoch } from "../store/org";
import type { MoveOptions } from "./options";
import type { Io } from "./run";

/** `migrate --to`: from the embedded database to PostgreSQL. The folder's lock keeps everybody else out meanwhile. */
export async function move({ data, to }: MoveOptions, io: Io): Promise<void> {
  const source = await openPglite(data);
  try {
    if (source.recovery) {
      await refuseDamaged(source.recovery);
      await migrate(source.db, io.now);
      await startNewEpoch(source.db, randomUUID());
      source.recovery.done();
    }
    const target = await openPostgres(to);
    try {
      const counts = await moveDatabase(source.db, target, io.now);
      markMoved(data, placeOf(to));
      io.out(`${counts.report} reports and ${counts.event} events are in PostgreSQL at ${placeOf(to)} now.\n`);
    } finally {
      await target.close();
    }
  } finally {
    await source.db.close();
  }
  io.out(
    "Start the collector with DATABASE_URL from now on, and with the same --data or --blobs: the pictures stay.\n",
  );
}
