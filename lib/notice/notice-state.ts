import { type KvValues, readKv, readKvs, writeKv } from "@/lib/database/kv-values";
import { withBodies } from "@/lib/database/items";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxItem, ReportRow } from "@/lib/database/rows";
import { toItem } from "@/lib/inbox/item";
import { needsAttention } from "@/lib/inbox/query";
import { dayOf } from "@/lib/reports/look-again";
import type { Policy } from "@/lib/policy/policy";
import type { Waiting } from "./badge";
import { isQuiet } from "./quiet";
import { NOTHING_TOLD, notePending, tell, type Told } from "./telling";

type Seen = KvValues["noticed"];

/** Copies that are read at once, so that a long Inbox does not fill the worker's memory. */
const PAGE = 500;

export interface Noticed {
  /** null for people who are no reviewers, or are not signed in. */
  waiting: Waiting | null;
  does: Told["does"];
  /** The reports that the notification is about, the newest last. */
  shown: string[];
}

const NO_REVIEWER: Noticed = { waiting: null, does: "clear", shown: [] };

/**
 * Looks at what has changed in the reviewer's copies since the last look, writes down what was told, and gives what to
 * show; null while the copies are being told anew, when what is shown stays. Reads the copies that are new, by `rev`,
 * and those that somebody has just written on; the unheard ones are counted by their index.
 */
export async function takeNotice(db: EarshotDatabase, policy: Policy, now: number): Promise<Noticed | null> {
  for (;;) {
    const noticed = await db.transaction("rw", db.reports, db.outbox, db.bodies, db.kv, async () => {
      const [session, cursor, stored, told] = await readKvs(db, "session", "cursor", "noticed", "telling");
      const isReviewer = session?.endpoint === policy.endpoint && session.info && session.problem !== "unauthorized";
      if (!isReviewer || cursor === null) return NO_REVIEWER;
      if (cursor.sweeping) return null;
      const before = stored ?? { rev: 0, attention: [], joined: [] };
      const rows = await db.reports.where("rev").above(before.rev).limit(PAGE).toArray();
      const seen = see(before, rows);
      const noted = notePending(told ?? NOTHING_TOLD, idsOf(rows, isUnheard));
      const isMore = rows.length === PAGE;
      if (isMore) {
        await writeKv(db, "noticed", seen);
        await writeKv(db, "telling", noted);
        return "more";
      }
      const handled = await handledHere(db, seen.rev, session.info?.name ?? null, now);
      const { does, telling } = tell(noted, {
        isOn: policy.notifications.cannotWork && !(await readKv(db, "notifyOff")),
        // `nextAt` is 0 between two pages of changes.
        isHeldBack: isQuiet(now, policy.notifications) || cursor.nextAt === 0,
        waiting: await whoWaits(db, [...noted.pending, ...noted.shown], handled),
      });
      const attention = await stillThere(db, seen.attention);
      const joined = await stillThere(db, seen.joined);
      const later = await keptFor(db, seen.later ?? {});
      await writeKv(db, "noticed", { ...seen, attention, joined, later });
      await writeKv(db, "telling", telling);
      const due = Object.keys(later).filter((id) => (later[id] ?? "") <= dayOf(now));
      return { does, shown: telling.shown, waiting: await count(db, [...attention, ...due], joined, handled) };
    });
    if (noticed !== "more") return noticed;
  }
}

function see(before: Seen, rows: readonly ReportRow[]): Seen {
  const changed = new Set(rows.map(({ id }) => id));
  const kept = (ids: readonly string[]) => ids.filter((id) => !changed.has(id));
  const later = Object.entries(before.later ?? {}).filter(([id]) => !changed.has(id));
  return {
    rev: rows.at(-1)?.rev ?? before.rev,
    attention: [...kept(before.attention), ...idsOf(rows, ({ doc }) => doc.attention !== null && doc.status !== "new")],
    // Listed under the report that it is the same as, unless somebody waits for a word on it.
    joined: [
      ...kept(before.joined),
      ...idsOf(rows, ({ doc }) => isJoined(doc) && doc.status === "new" && doc.attention === null),
    ],
    later: Object.fromEntries([...later, ...rows.flatMap(lookAgainOf)]),
  };
}

/** What has happened to it already is in `attention`; a joined one is looked at with the one that it was joined to. */
function lookAgainOf({ id, doc }: ReportRow): [id: string, day: string][] {
  if (doc.lookAgain === undefined || doc.attention !== null || isJoined(doc)) return [];
  return [[id, doc.lookAgain]];
}

function idsOf(rows: readonly ReportRow[], isWanted: (row: ReportRow) => boolean): string[] {
  return rows.filter(isWanted).map(({ id }) => id);
}

function isJoined({ canonical }: ReportRow["doc"]): boolean {
  return (canonical ?? null) !== null;
}

/** Says "I cannot do my work", and nobody of IT has answered it, or opened it here. */
function isUnheard({ doc, readRev }: ReportRow): boolean {
  return doc.blocked > 0 && doc.status === "new" && !isJoined(doc) && readRev === 0;
}

/** Reports that need attention in their copies, and none any more with what was written here and is on its way. */
async function handledHere(
  db: EarshotDatabase,
  rev: number,
  reviewer: string | null,
  now: number,
): Promise<Set<string>> {
  const written = await db.outbox
    .where("[route+state+nextAt]")
    .between(["session"], ["session", []])
    .filter(({ state, seq }) => state === "queued" || state === "leased" || Number(seq) > rev)
    .sortBy("order");
  const own = new Map<string, OutboxItem[]>();
  for (const item of await withBodies(db, written)) own.set(item.subject, [...(own.get(item.subject) ?? []), item]);
  const rows = await db.reports.bulkGet([...own.keys()]);
  const isHandled = (row: ReportRow) => !needsAttention(toItem(row, own.get(row.id) ?? [], reviewer).doc, now);
  return new Set(rows.flatMap((row) => (row && isHandled(row) ? row.id : [])));
}

async function count(
  db: EarshotDatabase,
  attention: readonly string[],
  joined: readonly string[],
  handled: ReadonlySet<string>,
): Promise<Waiting> {
  const isUnder = new Set(joined);
  const rows = await db.reports.bulkGet([...handled]);
  const heardHere = rows.filter((row) => row?.status === "new" && !isUnder.has(row.id)).length;
  const unheard = await db.reports.where("status").equals("new").count();
  return {
    fresh: unheard - joined.length - heardHere,
    attention: attention.filter((id) => !handled.has(id)).length,
  };
}

async function whoWaits(
  db: EarshotDatabase,
  ids: readonly string[],
  handled: ReadonlySet<string>,
): Promise<Set<string>> {
  const rows = await db.reports.bulkGet([...ids]);
  return new Set(rows.flatMap((row) => (row && isUnheard(row) && !handled.has(row.id) ? row.id : [])));
}

async function keptFor(db: EarshotDatabase, later: Record<string, string>): Promise<Record<string, string>> {
  const there = await stillThere(db, Object.keys(later));
  return Object.fromEntries(there.map((id) => [id, later[id] ?? ""]));
}

/** Without those that were erased, or that this reviewer may not see any more. */
async function stillThere(db: EarshotDatabase, ids: string[]): Promise<string[]> {
  const there = new Set(await db.reports.where("id").anyOf(ids).primaryKeys());
  return ids.filter((id) => there.has(id));
}
