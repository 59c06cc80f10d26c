import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../start-error";
import { lockFolder } from "./folder-lock";

/** The embedded database's own folder in the data folder. */
export const DATABASE = "pglite";
/** Beside it: the last process closed it in good order; its content is elsewhere now. */
export const CLEAN = "clean";
export const MOVED = "moved";

/**
 * Makes room for another database in a data folder. Gives where the old one lies now, or null where there was none.
 *
 * @throws StartError where somebody uses it, or where there is one and it may not be replaced.
 */
export function setAside(data: string, replace: boolean, now: Date): string | null {
  mkdirSync(data, { recursive: true });
  const lock = lockFolder(data);
  if ("heldBy" in lock) {
    throw new StartError(`The folder ${data} is in use by another collector (process ${lock.heldBy}): stop it first.`);
  }
  try {
    const database = join(data, DATABASE);
    const aside = join(data, `${DATABASE}-before-${now.toISOString().replaceAll(/[:.]/g, "-")}`);
    const isThere = existsSync(database);
    if (isThere && !replace) {
      throw new StartError(`There is a database in ${data} already. To put it aside, say --replace.`);
    }
    for (const mark of [CLEAN, MOVED]) rmSync(join(data, mark), { force: true });
    if (isThere) renameSync(database, aside);
    return isThere ? aside : null;
  } finally {
    lock.release();
  }
}
