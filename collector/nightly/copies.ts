import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Makes a copy of the embedded database at `target`, a folder that is not there yet. */
export type CopyTo = (target: string) => Promise<void>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const DAY_MS = 86_400_000;

/**
 * One copy a day in `folder`, by date. Those older than `keepDays` are deleted once there is a new one: they hold words
 * that may have been erased since. A copy that was not finished has another name, and is thrown away the next time.
 */
export async function keepCopies(folder: string, keepDays: number, now: Date, copyTo: CopyTo): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    if (name.endsWith(".new")) await rm(join(folder, name), { recursive: true, force: true });
  }
  const today = join(folder, dayOf(now));
  if (keepDays > 0 && !existsSync(today)) {
    await copyTo(`${today}.new`);
    await rename(`${today}.new`, today);
  }
  const oldest = dayOf(new Date(now.getTime() - keepDays * DAY_MS));
  for (const day of await readdir(folder)) {
    if (DAY.test(day) && day <= oldest) await rm(join(folder, day), { recursive: true, force: true });
  }
}

/** The local date. */
function dayOf(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
