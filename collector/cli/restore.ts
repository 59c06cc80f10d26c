import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { checkBackup } from "../archive/backup-file";
import { restoreDatabase } from "../archive/restore-database";
import { StartError } from "../start-error";
import { openPglite } from "../store/open-pglite";
import { DATABASE, setAside } from "../store/set-aside";
import { migrate } from "../store/migrate";
import { startNewEpoch } from "../store/org";
import { DATABASE_FILE, PICTURES } from "./backup";
import { openStore } from "./open-store";
import type { RestoreOptions } from "./options";
import type { Io } from "./run";

const NEXT = "A new epoch has begun: browsers send again what they have sent in the last 14 days.\n";

/** From what `backup` made, or from a nightly copy of an embedded database. */
export async function restore(options: RestoreOptions, io: Io): Promise<void> {
  const { from, blobs, databaseUrl, data, replace } = options;
  const isBackup = existsSync(join(from, DATABASE_FILE));
  if (!isBackup && !existsSync(join(from, DATABASE, "PG_VERSION"))) {
    throw new StartError(`${from} is neither a backup nor a nightly copy.`);
  }
  if (!isBackup && databaseUrl !== null) {
    throw new StartError("A nightly copy is of an embedded database: restore it without DATABASE_URL, then migrate.");
  }
  if (isBackup) await checkBackup(join(from, DATABASE_FILE));
  // What is there is moved, never overwritten: it may be less damaged than it looks.
  const aside = databaseUrl === null ? setAside(data, replace, io.now()) : null;
  if (isBackup) await restoreBackup(options, io);
  else await restoreCopy(from, data, io);
  const pictures = join(from, PICTURES);
  if (isBackup && existsSync(pictures)) {
    await mkdir(blobs, { recursive: true });
    await cp(pictures, blobs, { recursive: true, preserveTimestamps: true });
  }
  if (aside !== null) io.out(`The database that was there is in ${aside} now. Delete it when all is well.\n`);
  io.out(NEXT);
}

async function restoreBackup(options: RestoreOptions, io: Io): Promise<void> {
  const { db } = await openStore(options);
  try {
    const counts = await restoreDatabase(db, join(options.from, DATABASE_FILE), options.replace, io.now);
    io.out(`${counts.report} reports and ${counts.event} events are back.\n`);
  } finally {
    await db.close();
  }
}

/** A copy was never closed: opening it looks through it, as after any unclean end. */
async function restoreCopy(from: string, data: string, io: Io): Promise<void> {
  await mkdir(data, { recursive: true });
  await cp(join(from, DATABASE), join(data, DATABASE), { recursive: true });
  const { db, recovery } = await openPglite(data);
  try {
    const damage = (await recovery?.damage()) ?? [];
    if (damage.length > 0)
      throw new StartError(`This copy is damaged itself (${damage.join("; ")}): take an older one.`);
    await migrate(db, io.now);
    await startNewEpoch(db, randomUUID());
    recovery?.done();
    const [row] = await db.query<{ reports: number }>("select count(*)::int as reports from report where not erased");
    io.out(`${row?.reports ?? 0} reports are back.\n`);
  } finally {
    await db.close();
  }
}
