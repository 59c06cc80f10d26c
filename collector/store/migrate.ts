import { readdirSync, readFileSync } from "node:fs";
import { StartError } from "../start-error";
import type { Db } from "./db";

const FOLDER = new URL("../migrations/", import.meta.url);

interface Migration {
  version: number;
  sql: string;
}

/** The numbered files of `migrations/`, in order. */
export function listMigrations(folder: URL = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), sql: readFileSync(new URL(name, folder), "utf8") }));
}

/**
 * Brings the database to the newest version, each step in one transaction. Several processes may start at once: the
 * row of version 0 is the lock.
 *
 * @throws StartError where the database is newer than this program.
 */
export async function migrate(db: Db, now: () => Date, migrations = listMigrations()): Promise<void> {
  await makeTable(db);
  const newest = migrations.at(-1)?.version ?? 0;
  for (const migration of migrations) {
    await db.transaction(async (tx) => {
      await tx.query("select version from schema_version where version = 0 for update");
      const [row] = await tx.query<{ version: number }>("select max(version) as version from schema_version");
      const version = row?.version ?? 0;
      if (version > newest) {
        throw new StartError(
          `The database is of version ${version}, this collector knows ${newest}: start a newer one.`,
        );
      }
      if (version >= migration.version) return;
      await tx.query(migration.sql);
      await tx.query("insert into schema_version (version, applied_at) values ($1, $2)", [
        migration.version,
        now().toISOString(),
      ]);
    });
  }
}

async function makeTable(db: Db): Promise<void> {
  try {
    await db.query("create table if not exists schema_version (version int primary key, applied_at timestamptz)");
  } catch (error) {
    // Two processes made it at the same moment: "if not exists" does not help against that (duplicate type or table).
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "23505" && code !== "42P07" && code !== "42710") throw error;
  }
  await db.query("insert into schema_version (version) values (0) on conflict do nothing");
}
