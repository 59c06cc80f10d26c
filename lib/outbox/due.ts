import type { OutboxRow } from "@/lib/database/rows";

/** A sender has an item this long; a request's own time limit is 20 s. */
export const LEASE_MS = 60_000;
/** The largest delay that anything here sets: `Retry-After` is capped at a day. */
export const LONGEST_DELAY_MS = 24 * 3_600_000;
/** Small corrections of the clock are no jump. */
const JITTER_MS = 60_000;

/**
 * Whether a queued item's time has come. A clock that was set back must not hold it: a time that no delay could have
 * set, or one that was set in what is now the future, counts as come.
 */
export function isDue(row: Pick<OutboxRow, "nextAt" | "nextSetAt">, now: number): boolean {
  return row.nextAt <= now || jumped(row.nextAt, row.nextSetAt, now);
}

/** True where `at`, decided at `setAt`, cannot be right by the clock of now. */
export function jumped(at: number, setAt: number, now: number): boolean {
  return at > now + LONGEST_DELAY_MS || setAt > now + JITTER_MS;
}

/** The name of the lock that a sender holds as long as its worker lives. */
export function ownerLock(owner: string): string {
  return `owner:${owner}`;
}

/**
 * Whether a lease has ended: by time, by a clock that was set back, or because its owner's worker is gone (`alive` are
 * the locks held now; null where the browser cannot tell).
 */
export function leaseEnded(
  row: Pick<OutboxRow, "leaseUntil" | "owner">,
  now: number,
  alive: ReadonlySet<string> | null,
): boolean {
  if (row.leaseUntil <= now || row.leaseUntil > now + LEASE_MS) return true;
  return alive !== null && !alive.has(ownerLock(row.owner ?? ""));
}
