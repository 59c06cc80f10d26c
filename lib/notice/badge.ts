/** What a reviewer has not dealt with: reports that nobody has heard, and others on which something has happened. */
export interface Waiting {
  fresh: number;
  attention: number;
}

/** A toolbar badge has room for four signs. */
const MOST = 999;

/** What stands on the toolbar icon; "" where nothing waits, and for people who are no reviewers. */
export function badgeText(waiting: Waiting | null): string {
  const count = waiting === null ? 0 : waiting.fresh + waiting.attention;
  if (count === 0) return "";
  return count > MOST ? `${MOST}+` : String(count);
}
