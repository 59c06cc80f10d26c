import type { EarshotDatabase } from "@/lib/database/open";
import { sha256Hex } from "@/lib/platform/digest";
import type { MyReport } from "@/lib/outbox/my-report";
import { readMyReports } from "@/lib/outbox/watch-my-reports";
import { type Asked, isForPage } from "@/lib/reports/question";
import type { AskHere, KnownPlace } from "./known-item";
import { type JoinedItem, readJoined } from "./watch-joined";

interface Candidate {
  ask: AskHere;
  /** When IT claimed it; milliseconds since the epoch. */
  claimedAt: number;
}

/**
 * The one fix of this page that the form asks about: what has been claimed longest, of their own reports and of what
 * they joined; null for none. Only one at a time: the person has come to say something else.
 */
export async function askHere(
  db: EarshotDatabase,
  place: KnownPlace | null,
  langs: readonly string[],
  now: number,
): Promise<AskHere | null> {
  if (place === null) return null;
  const asks = new Map((await db.asks.toArray()).map((row) => [row.id, row]));
  const askedOf = ({ reportId, forEvent }: AskHere): Asked => {
    const row = asks.get(reportId);
    return row?.forEvent === forEvent ? row : {};
  };
  const all = [...(await ownHere(db, place, now)), ...(await joinedHere(db, place, langs, now))];
  const due = all.filter(({ ask, claimedAt }) => isForPage(ask.check, askedOf(ask), claimedAt, now));
  return due.toSorted((a, b) => a.claimedAt - b.claimedAt)[0]?.ask ?? null;
}

async function ownHere(db: EarshotDatabase, { origin, path }: KnownPlace, now: number): Promise<Candidate[]> {
  const rows = await db.mine.filter(({ page }) => page?.origin === origin && page.path === path).primaryKeys();
  if (rows.length === 0) return [];
  const here = new Set(rows);
  return (await readMyReports(db, now)).flatMap((report) => (here.has(report.id) ? (ownAsk(report) ?? []) : []));
}

function ownAsk({ question, takenBack, ...report }: MyReport): Candidate | null {
  // Without words there is nothing by which they would know what is meant.
  if (question === null || takenBack !== null || report.words.trim() === "") return null;
  const said = report.note === null ? null : { name: report.statusBy, text: report.note };
  const ask = { ...question, reportId: report.id, title: report.words, lang: report.lang, said };
  return { ask, claimedAt: Date.parse(report.statusAt ?? "") || 0 };
}

async function joinedHere(
  db: EarshotDatabase,
  { origin, path }: KnownPlace,
  langs: readonly string[],
  now: number,
): Promise<Candidate[]> {
  const hash = sha256Hex(origin);
  const places = new Map((await db.joined.toArray()).map(({ id, known }) => [id, known]));
  const isHere = ({ reportId }: JoinedItem) => {
    const known = places.get(reportId);
    return known?.originHash === hash && (known.path === undefined || known.path === path);
  };
  return (await readJoined(db, langs, now)).flatMap((item) => {
    if (item.question === null || !isHere(item)) return [];
    const { reportId, title, lang, text, workaround } = item;
    const words = (item.status === "possible" && workaround) || text;
    const ask = { ...item.question, reportId, title, lang, said: words === null ? null : { name: null, text: words } };
    return { ask, claimedAt: Date.parse(item.updated) || 0 };
  });
}
