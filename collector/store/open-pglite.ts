import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { StartError } from "../start-error";
import { dbOfPool, types, type Db } from "./db";
import { lockFolder } from "./folder-lock";
import { PgliteStream } from "./pglite-stream";

export interface PgliteFolder {
  db: Db;
  /**
   * Not null where the last process that had the folder did not shut down: recent commits may be lost, and a new epoch
   * must begin. Until `done` is called, closing the folder does not call it clean either.
   */
  recovery: Recovery | null;
}

export interface Recovery {
  done(): void;
}

/**
 * Opens the folder of an embedded PostgreSQL, and makes it where there is none (some seconds).
 *
 * In it: `pglite/` (the database), `lock` (one process at a time), `clean` (the last one closed it in good order).
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
  const database = join(folder, "pglite");
  const clean = join(folder, "clean");
  let needsRecovery = existsSync(join(database, "PG_VERSION")) && !existsSync(clean);
  const recovery: Recovery | null = needsRecovery
    ? {
        done: () => {
          needsRecovery = false;
        },
      }
    : null;
  try {
    rmSync(clean, { force: true });
    const engine = await PGlite.create(database);
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
    return { db, recovery };
  } catch (error) {
    lock.release();
    throw new StartError(`The database in ${folder} cannot be opened: ${messageOf(error)}.`, { cause: error });
  }
}

export class FolderInUse extends StartError {
  override name = "FolderInUse";
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
