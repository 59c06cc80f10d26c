import { randomUUID } from "node:crypto";
import { StartError } from "../start-error";
import type { Db } from "../store/db";
import { listMigrations, migrate } from "../store/migrate";
import { startNewEpoch } from "../store/org";
import { checkBackup, loadBackup } from "./backup-file";
import { isInUse, readRows, TABLES, writeRows, type Counts } from "./rows";

/**
 * Fills an empty database from a backup file, brings it to this program's version, and begins a new epoch: browsers
 * copy everything anew, and send again what they sent of late and the backup lacks.
 *
 * @throws StartError where the database is not empty, or the file is not what it should be. Nothing is changed then.
 */
export async function restoreDatabase(db: Db, file: string, replace: boolean, now: () => Date): Promise<Counts> {
  const { version } = await checkBackup(file);
  const migrations = listMigrations();
  const newest = migrations.at(-1)?.version ?? 0;
  if (version > newest) {
    throw new StartError(
      `The backup is of version ${version}, this collector knows ${newest}: restore with a newer one.`,
    );
  }
  await empty(db, replace);
  const upTo = migrations.filter((migration) => migration.version <= version);
  await migrate(db, now, upTo);
  const counts = await db.transaction((tx) => loadBackup(tx, file));
  await migrate(db, now, migrations);
  await startNewEpoch(db, randomUUID());
  return counts;
}

/**
 * Moves everything to an empty database of another engine. The epoch goes with it: nothing was lost, and nobody has to
 * read anything anew.
 */
export async function moveDatabase(from: Db, to: Db, now: () => Date): Promise<Counts> {
  await migrate(from, now);
  await empty(to, false);
  await migrate(to, now);
  return to.transaction((tx) => readRows(from, (table, rows) => writeRows(tx, table, rows)));
}

async function empty(db: Db, replace: boolean): Promise<void> {
  if (!replace && (await isInUse(db))) {
    throw new StartError("There is a collector's data in that database already. To throw it away, say --replace.");
  }
  // Also where nothing is in it: the tables may be of another version than the backup's.
  await db.transaction(async (tx) => {
    for (const table of [...TABLES, "schema_version"]) await tx.query(`drop table if exists "${table}"`);
  });
}
