import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { amcheck } from "@electric-sql/pglite/contrib/amcheck";
import pg from "pg";
import type { CopyTo } from "../nightly/copies";
import { StartError } from "../start-error";
import { dbOfPool, types, type Db } from "./db";
import { findDamage } from "./find-damage";
import { lockFolder } from "./folder-lock";
import { PgliteStream } from "./pglite-stream";
import { CLEAN, DATABASE, MOVED } from "./set-aside";

export interface PgliteFolder {
  db: Db;
  /**
   * Not null where the last process that had the folder did not shut down: recent commits may be lost, and a new epoch
   * must begin. Until `done` is called, closing the folder does not call it clean either.
   */
  recovery: Recovery | null;
  /** Copies the database to a folder that is not there yet, as it is at one moment. Queries wait meanwhile. */
  copyTo: CopyTo | null;
}

export interface Recovery {
  /** What does not hold together, in plain words. Nothing where all is well, or could be put right. */
  damage(): Promise<string[]>;
  done(): void;
}

/**
 * Opens the folder of an embedded PostgreSQL, and makes it where there is none (some seconds).
 *
 * In it: `pglite/` (the database), `lock` (one process at a time), `clean` (the last one closed it in good order),
 * `moved` (its content is elsewhere now).
 *
 * @throws StartError where another process has it, or it cannot be written or read.
 */
export async function openPglite(dataFolder: string): Promise<PgliteFolder> {
  const folder = resolve(dataFolder);
  const lock = attempt(folder, () => {
    mkdirSync(folder, { recursive: true });
    return lockFolder(folder);
  });
  if ("heldBy" in lock) {
    throw new FolderInUse(`The folder ${folder} is in use by another collector (process ${lock.heldBy}).`);
  }
  const database = join(folder, DATABASE);
  const clean = join(folder, CLEAN);
  let needsRecovery = existsSync(join(database, "PG_VERSION")) && !existsSync(clean);
  try {
    refuseMoved(folder);
    rmSync(clean, { force: true });
    const engine = await PGlite.create({ dataDir: database, ...(needsRecovery && { extensions: { amcheck } }) });
    const pool = new pg.Pool({
      stream: () => new PgliteStream(engine),
      types,
      max: 1,
      user: "postgres",
      database: "postgres",
      host: "localhost",
      password: "",
      ssl: false,
      // The one connection is kept: opening another would only repeat the greeting.
      idleTimeoutMillis: 0,
    });
    const db = dbOfPool(pool, "pglite", async () => {
      await engine.close();
      if (!needsRecovery) writeFileSync(clean, "");
      lock.release();
    });
    const recovery: Recovery | null = needsRecovery
      ? {
          damage: () => findDamage(db),
          done: () => {
            needsRecovery = false;
          },
        }
      : null;
    return { db, recovery, copyTo: (target) => copyDatabase(pool, database, target) };
  } catch (error) {
    lock.release();
    if (error instanceof StartError) throw error;
    const hint = needsRecovery ? ` ${RESTORE_HINT}` : "";
    throw new StartError(`The database in ${folder} cannot be opened: ${messageOf(error)}.${hint}`, { cause: error });
  }
}

const RESTORE_HINT =
  "Restore the last copy: collector restore --replace --from COPY. Browsers then send again what it lacks.";

/** @throws StartError where something is missing or torn: going on would hand out what is wrong as if it were right. */
export async function refuseDamaged(recovery: Recovery): Promise<void> {
  const damage = await recovery.damage();
  if (damage.length === 0) return;
  const what = damage.slice(0, 3).join("; ");
  throw new StartError(`The database was not closed in good order, and is damaged (${what}). ${RESTORE_HINT}`);
}

export class FolderInUse extends StartError {
  override name = "FolderInUse";
}

/** Two databases that go on from one history would give out the same numbers for different things. */
export function markMoved(dataFolder: string, to: string): void {
  writeFileSync(join(dataFolder, MOVED), `${to}\n`);
}

function refuseMoved(folder: string): void {
  const path = join(folder, MOVED);
  if (!existsSync(path)) return;
  const to = readFileSync(path, "utf8").trim();
  throw new StartError(
    `What was in ${folder} has moved to PostgreSQL at ${to}: start with DATABASE_URL. (Its old content is still there.)`,
  );
}

/**
 * PGlite's own `dumpDataDir` makes the archive in memory: 3 GB and 98 s for a database of 0.45 GB, in which nothing
 * else ran. Copying the files took 3 s and no memory, and everything but queries goes on meanwhile.
 */
async function copyDatabase(pool: pg.Pool, database: string, target: string): Promise<void> {
  // The only connection: as long as we have it, nothing is written.
  const client = await pool.connect();
  try {
    await client.query("checkpoint");
    await cp(database, join(target, DATABASE), { recursive: true });
  } finally {
    client.release();
  }
}

function attempt<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new StartError(`The folder ${folder} cannot be used: ${messageOf(error)}.`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : "unknown error";
}
