import { createListening } from "@/lib/impact/listening";
import { THRESHOLD } from "@/lib/protocol/threshold";
import type { ListeningScore } from "@/lib/protocol/digest";
import type { ReportDoc } from "@/lib/protocol/documents";
import { firstWordMs } from "@/lib/reports/first-word";
import type { Queryable } from "../store/db";
import { LISTENED } from "../store/statements";

/** What the score needs of one report. */
type Row = Pick<ReportDoc, "id" | "createdAt" | "status" | "helped" | "timeline" | "earlier"> & {
  canonical: string | null;
};
type Claim = Pick<Row, "createdAt" | "helped" | "canonical">;

/** Reports that are read at once, so that nobody else waits for long. */
const PAGE = 500;
const NO_ID = "00000000-0000-0000-0000-000000000000";

/**
 * How well people are heard: the same figures as reviewers see, made here of all reports, since a reviewer's browser has
 * only some, and since nobody is to choose whether everybody sees them.
 */
export async function readListening(on: Queryable, org: string, now: Date): Promise<ListeningScore> {
  const since = new Date(now);
  since.setUTCFullYear(since.getUTCFullYear() - 1);
  const listening = createListening(since.toISOString().slice(0, 19), THRESHOLD);
  /** Of all that people have been asked about, and of what those were joined to. */
  const claims = new Map<string, Claim>();
  for (let after = NO_ID; ;) {
    const rows = await on.query<Row>(LISTENED, [org, after, PAGE]);
    for (const { id, createdAt, status, helped, canonical, timeline, earlier } of rows) {
      const firstWord = firstWordMs({ createdAt, status, timeline, ...(earlier && { earlier }) });
      listening.report({ createdAt, status, firstWord });
      if (helped.forEvent !== null || canonical !== null) claims.set(id, { createdAt, helped, canonical });
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = last.id;
  }
  for (const claim of addedUp(claims)) listening.claim(claim);
  const { firstWordMs: waited, oldestUnheard, ...rest } = listening.result();
  return {
    ...rest,
    firstWordMs: typeof waited === "number" ? Math.round(waited) : waited,
    // The day alone: the moment would tell whose it is.
    oldestUnheard: oldestUnheard?.slice(0, 10) ?? null,
    at: now.toISOString(),
  };
}

/** Answers to the same claim count where the report was joined to; to another claim, of before, they say nothing. */
function addedUp(claims: ReadonlyMap<string, Claim>): Claim[] {
  const tops = new Map<string, Claim>();
  for (const [id, claim] of claims) if (claim.canonical === null) tops.set(id, claim);
  for (const [id, { helped }] of claims) {
    const top = topOf(id, claims);
    const sum = top === id ? undefined : tops.get(top);
    if (!sum || sum.helped.forEvent !== helped.forEvent) continue;
    const { yes, partly, no } = sum.helped;
    const answers = { yes: yes + helped.yes, partly: partly + helped.partly, no: no + helped.no };
    tops.set(top, { ...sum, helped: { ...sum.helped, ...answers } });
  }
  return [...tops.values()];
}

function topOf(id: string, claims: ReadonlyMap<string, Claim>): string {
  const way = new Set<string>();
  for (let at = id; ;) {
    way.add(at);
    const next = claims.get(at)?.canonical ?? null;
    if (next === null || way.has(next)) return at;
    at = next;
  }
}
