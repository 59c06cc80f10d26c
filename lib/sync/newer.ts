import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";

/** Enough to say how many; they are told anew all together. */
const MOST_NOTED = 1000;

interface Read {
  skipped: readonly string[];
  partly: readonly string[];
  /** Ids of those that could be read, in part or whole. */
  read: readonly string[];
}

/**
 * Keeps which reports of the collector this version could not read. The cursor goes on past them: a newer Earshot has
 * them told anew. Inside a transaction over `kv`.
 */
export async function noteNewer(db: EarshotDatabase, version: string, { skipped, partly, read }: Read): Promise<void> {
  const before = await readKv(db, "newer");
  if (before === null && skipped.length === 0 && partly.length === 0) return;
  const isRead = new Set(read);
  const left = (ids: readonly string[]) => ids.filter((id) => !isRead.has(id) && !skipped.includes(id));
  const now = {
    version,
    skipped: [...left(before?.skipped ?? []), ...skipped].slice(0, MOST_NOTED),
    partly: [...left(before?.partly ?? []), ...partly].slice(0, MOST_NOTED),
  };
  if (now.skipped.length + now.partly.length > 0) await writeKv(db, "newer", now);
  else await db.kv.delete("newer");
}

/** Whether Earshot has been renewed since it met something that it could not read. */
export async function isReadByOlder(db: EarshotDatabase, version: string): Promise<boolean> {
  const newer = await readKv(db, "newer");
  return newer !== null && newer.version !== version;
}
