import { existsSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeBackup } from "../archive/backup-file";
import { StartError } from "../start-error";
import { FolderInUse } from "../store/open-pglite";
import { openStore } from "./open-store";
import type { BackupOptions } from "./options";
import type { Io } from "./run";

/** What `backup` writes into its folder, and `restore` looks for. */
export const DATABASE_FILE = "database.gz";
export const PICTURES = "blobs";

/** The database at one moment, then the pictures: one too many does no harm, one too few would. */
export async function backup(options: BackupOptions, io: Io): Promise<void> {
  const { to, blobs } = options;
  if (existsSync(to)) throw new StartError(`${to} is there already: name a folder that is not.`);
  const unfinished = `${to}.new`;
  const { db } = await openStore(options).catch((error: unknown) => {
    if (!(error instanceof FolderInUse)) throw error;
    throw new StartError(
      `${error.message} Stop it first; or take a nightly copy of its copies folder, which is whole.`,
    );
  });
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    const counts = await writeBackup(db, join(unfinished, DATABASE_FILE), io.now());
    if (existsSync(blobs)) await cp(blobs, join(unfinished, PICTURES), { recursive: true, preserveTimestamps: true });
    await rename(unfinished, to);
    io.out(`${counts.report} reports and ${counts.event} events are in ${to}, with the pictures.\n`);
  } finally {
    await db.close();
  }
}
