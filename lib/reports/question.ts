import type { MinutesNow } from "@/lib/protocol/burden";
import { LIMITS } from "@/lib/protocol/limits";
import type { Check, HelpedAnswer, Status } from "@/lib/protocol/vocabulary";

/**
 * When a person is asked whether a fix helped, and whether it is still good. Once for each claim and each time
 * (`first`, four and twelve weeks after their first answer), in My reports until they answer, and once in the form on the
 * same page, so that it reaches those who never look. Pure; what is remembered is `AskRow`.
 */

/** An answer that this person gave to one claim. */
export interface Said {
  check: Check;
  answer: HelpedAnswer;
  minutesNow: MinutesNow | null;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What is to be asked now. */
export interface Question {
  /** The status event that claims it: an answer is for that alone. */
  forEvent: string;
  check: Check;
}

/** What is remembered of asking about one report. */
export interface Asked {
  /** When it was last put before the person, in My reports or in a page. */
  askedAt?: number;
  /** Which times it was asked in a page. */
  inPage?: Check[];
}

const DAY_MS = 86_400_000;
const WEEKS_4_MS = 28 * DAY_MS;
const WEEKS_12_MS = 84 * DAY_MS;
/** Nobody is asked about the same report twice within this time, wherever that would be. */
const PAUSE_MS = 14 * DAY_MS;
/** My reports, and the notification that leads there, come first. */
const LEAD_MS = DAY_MS;

export function isClaim(status: Status): boolean {
  return status === "done" || status === "possible";
}

/**
 * Which time it is; null where nothing is to be asked. Whoever has said `no` last is not asked again: IT has been told,
 * and a new claim asks anew. The four weeks that were missed are not made up for once it is twelve.
 */
export function checkDue(said: readonly Said[], now: number): Check | null {
  const first = said.find(({ check }) => check === "first");
  if (!first) return "first";
  if (newestOf(said)?.answer === "no") return null;
  const sinceMs = now - first.at;
  const has = (check: Check) => said.some((one) => one.check === check);
  if (sinceMs >= WEEKS_12_MS) return has("weeks12") ? null : "weeks12";
  return sinceMs >= WEEKS_4_MS && !has("weeks4") ? "weeks4" : null;
}

export function newestOf(said: readonly Said[]): Said | null {
  return said.reduce<Said | null>((newest, one) => (newest && newest.at > one.at ? newest : one), null);
}

/** The answers with one more; another answer to the same question takes the place of the one before. */
export function withSaid(said: readonly Said[], one: Said): Said[] {
  return [...said.filter(({ check }) => check !== one.check), one];
}

/** Whether the form on the same page asks it, too. `claimedAt`: when IT said that it is put right. */
export function isForPage(check: Check, asked: Asked, claimedAt: number, now: number): boolean {
  if (asked.inPage?.includes(check)) return false;
  // A time that has not come yet was written by a clock that ran ahead.
  const isResting = asked.askedAt !== undefined && asked.askedAt <= now && now - asked.askedAt < PAUSE_MS;
  return !isResting && (check !== "first" || now - claimedAt >= LEAD_MS);
}

/** What is remembered once it was put before the person; null where that changes nothing. */
export function withAsked(asked: Asked, check: Check, where: "list" | "page", now: number): Asked | null {
  const { askedAt, inPage = [] } = asked;
  if (where === "page") return { askedAt: now, inPage: [...new Set([...inPage, check])] };
  // It stands in My reports all the time: looking at it again is not being asked again.
  const isResting = askedAt !== undefined && askedAt <= now && now - askedAt < PAUSE_MS;
  return isResting ? null : { ...asked, askedAt: now };
}

/** Characters of thanks, or of what is still wrong. */
export const MOST_THANKS = LIMITS.thanks;
