import { createHash } from "node:crypto";
import type { ReportDoc } from "@/lib/protocol/documents";
import { LIMITS } from "@/lib/protocol/limits";
import type { KnownAnnoyance } from "@/lib/protocol/summary";
import { shownOf } from "@/lib/reports/summary";
import type { Queryable } from "../store/db";
import { JOINED, PUBLISHED } from "../store/statements";

interface PublishedRow {
  id: string;
  origin: string;
  doc: ReportDoc;
}

/** What counts of a report that was joined to another one. */
interface JoinedRow {
  people: number;
  children: readonly string[] | null;
}

/** All known annoyances of an organisation, most people first. */
export async function readKnown(on: Queryable, org: string): Promise<KnownAnnoyance[]> {
  const rows = await on.query<PublishedRow>(PUBLISHED, [org]);
  return toKnown(rows, await readJoined(on, org, rows));
}

async function readJoined(on: Queryable, org: string, rows: readonly PublishedRow[]): Promise<Map<string, JoinedRow>> {
  const joined = new Map<string, JoinedRow>();
  const asked = new Set<string>();
  let wanted = rows.flatMap(({ doc }) => doc.children ?? []);
  while (wanted.length > 0) {
    for (const id of wanted) asked.add(id);
    const found = await on.query<JoinedRow & { id: string }>(JOINED, [org, [...new Set(wanted)]]);
    for (const { id, people, children } of found) joined.set(id, { people, children });
    wanted = found.flatMap(({ children }) => children ?? []).filter((id) => !asked.has(id));
  }
  return joined;
}

/** Pure. A report that was joined to another one which is published too is left out: its people count there. */
function toKnown(published: readonly PublishedRow[], joined: ReadonlyMap<string, JoinedRow>): KnownAnnoyance[] {
  const ids = new Set(published.map(({ id }) => id));
  return published
    .filter(({ doc }) => !ids.has(doc.canonical ?? ""))
    .flatMap(({ id, origin, doc }) => {
      const { summary, context, status, statusEvent, statusAt } = doc;
      if (!summary) return [];
      const path = summary.place === "page" ? context?.path : undefined;
      return {
        reportId: id,
        originHash: createHash("sha256").update(origin).digest("hex"),
        ...(path !== undefined && { path }),
        ...shownOf(summary),
        status,
        statusEvent,
        people: doc.people + peopleBelow(doc.children ?? [], joined, new Set([id])),
        updated: statusAt !== null && statusAt > summary.at ? statusAt : summary.at,
      };
    })
    .toSorted((a, b) => b.people - a.people || (a.reportId < b.reportId ? -1 : 1));
}

function peopleBelow(ids: readonly string[], joined: ReadonlyMap<string, JoinedRow>, seen: Set<string>): number {
  let people = 0;
  for (const id of ids) {
    const row = joined.get(id);
    if (!row || seen.has(id)) continue;
    seen.add(id);
    people += row.people + peopleBelow(row.children ?? [], joined, seen);
  }
  return people;
}

/** As many as one file holds, from the front: every employee's browser loads it. */
export function fitFile(items: readonly KnownAnnoyance[], mostBytes: number = LIMITS.bucketBytes): KnownAnnoyance[] {
  const fitting: KnownAnnoyance[] = [];
  let bytes = 0;
  for (const item of items.slice(0, LIMITS.bucketItems)) {
    bytes += Buffer.byteLength(JSON.stringify(item)) + 1;
    if (bytes > mostBytes) break;
    fitting.push(item);
  }
  return fitting;
}
