import type { Burden } from "@/lib/protocol/burden";
import type { KnownAnnoyance } from "@/lib/protocol/summary";
import type { Asked, Said } from "@/lib/reports/question";

/** One of the staff-wide files of known annoyances, as it was last fetched. */
export interface BucketRow {
  /** `all`, or the first bits of its origins' hashes in hex. */
  name: string;
  collector: string;
  etag: string | null;
  items: KnownAnnoyance[];
  /** When it was last confirmed; 0 for never. */
  fetchedAt: number;
  nextAt: number;
}

/** A known annoyance that this person has too. It is kept here only: the collector cannot tell whose me too it has. */
export interface JoinedRow {
  /** The report's id. */
  id: string;
  collector: string;
  /** What it costs this person, as far as they said. */
  burden: Burden;
  at: number;
  /** As the files last told of it. */
  known: KnownAnnoyance;
  /** IT does not publish it any more. */
  gone?: true;
  /** The status event that the person has seen; another one is news. Missing in rows of before that. */
  seenStatus?: string | null;
}

/**
 * What this person was asked about the newest claim of a report, theirs or one that they joined, and what they said. It
 * is kept here only: of a colleague's report the collector cannot tell whose answer it has. Another claim starts anew.
 */
export interface AskRow extends Asked {
  /** The report's id. */
  id: string;
  /** The status event that claims it. */
  forEvent: string;
  said: Said[];
}
