import { clearCopies, copyTables, dropCopies } from "@/lib/copies/keep";
import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { setAsideReviews } from "@/lib/outbox/set-aside";
import { isPersonKey } from "./reviewer-key";

/** A reviewer who has not looked for this long, or whose collector has not answered: the copies go. */
const UNUSED_MS = 14 * 24 * 3_600_000;
/** Looking is written down no more often than this. */
const NOTE_EVERY_MS = 3_600_000;

/** What `forgetReviewer` writes to; a transaction around it needs these. */
export function reviewerTables(db: EarshotDatabase) {
  return [...copyTables(db), db.outbox, db.bodies];
}

/**
 * The role is gone, or another person's: their copies of other people's reports go with it, and what was noticed of
 * them. What they said and was not sent is theirs, and is set aside.
 */
export async function forgetReviewer(db: EarshotDatabase): Promise<void> {
  await db.transaction("rw", reviewerTables(db), async () => {
    await clearCopies(db);
    await db.kv.bulkDelete(["session", "cursor", "noticed", "telling", "opened", "newer"]);
    await setAsideReviews(db);
  });
}

/**
 * Lets go of a reviewer who is not the one of this endpoint and key (any more). Before anything is sent: what one person
 * said must not go out with another one's token. Without a key somebody may sign in again, and only then it is known who.
 */
export async function forgetFormer(
  db: EarshotDatabase,
  endpoint: string | null,
  key: string | null | undefined,
): Promise<void> {
  const session = await readKv(db, "session");
  if (!session) return;
  const isSame = key === undefined ? isPersonKey(session.token) : session.token === key;
  if (session.endpoint !== endpoint || !isSame) await forgetReviewer(db);
}

/** Confined to other sites than before: what is outside of them goes at once, not only when all is told anew. */
export async function keepOnly(db: EarshotDatabase, origins: readonly string[]): Promise<void> {
  const outside = db.reports.where("origin").noneOf([...origins]);
  await dropCopies(db, await outside.primaryKeys());
}

/** The reviewer is looking. */
export async function noteUse(db: EarshotDatabase, now: number): Promise<void> {
  await db.transaction("rw", db.kv, async () => {
    const last = await readKv(db, "usedAt");
    if (last === null || last > now || last < now - NOTE_EVERY_MS) await writeKv(db, "usedAt", now);
  });
}

/** Whether nobody has looked for so long that nothing is to be copied to this computer by itself. */
export async function isUnused(db: EarshotDatabase, now: number): Promise<boolean> {
  const last = await readKv(db, "usedAt");
  return last !== null && last < now - UNUSED_MS;
}

/**
 * Deletes a reviewer's copies that nobody has looked at for a fortnight, or that no collector has confirmed for as long:
 * it may have erased what they show. They are read anew when somebody looks and the collector answers.
 */
export async function expireCopies(db: EarshotDatabase, now: number): Promise<void> {
  await db.transaction("rw", copyTables(db), async () => {
    const cursor = await readKv(db, "cursor");
    if (!cursor) return;
    // Written before that was remembered, or by a clock that ran ahead: counts from now.
    const usedAt = Math.min((await readKv(db, "usedAt")) ?? now, now);
    const pulledAt = Math.min(cursor.pulledAt ?? now, now);
    await writeKv(db, "usedAt", usedAt);
    if (Math.min(pulledAt, usedAt) >= now - UNUSED_MS) return writeKv(db, "cursor", { ...cursor, pulledAt });
    await clearCopies(db);
    await db.kv.bulkDelete(["cursor", "noticed", "newer"]);
  });
}
