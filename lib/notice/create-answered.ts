import type { JoinedRow } from "@/lib/database/known-rows";
import { readKvs, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { MineRow } from "@/lib/database/rows";
import { watch } from "@/lib/database/watch";
import { keyInForce } from "@/lib/outbox/collector-key";
import { newestWord } from "@/lib/outbox/overlay";
import type { Clock } from "@/lib/platform/clock";
import type { PolicyState } from "@/lib/policy/policy";
import type { Status } from "@/lib/protocol/vocabulary";
import { isClaim } from "@/lib/reports/question";
import { tellAnswers, type Word } from "./answered";
import { createLooks } from "@/lib/platform/looks";
import { isQuiet } from "./quiet";

/** What one notification is about. */
export interface NewAnswers {
  count: number;
  kind: Word["kind"];
  /** Policy's name of the site, where it is one report of a site that policy names. */
  site: string | null;
}

export interface AnsweredDeps {
  db: EarshotDatabase;
  policy: { current(): Promise<PolicyState>; onChange(callback: () => void): () => void };
  clock: Clock;
  log: { error(message: string, detail?: unknown): void };
  /** Whether My reports are open before somebody. */
  isLooking(): Promise<boolean>;
  /** One notification, in the place of the one before; null takes it away. */
  show(what: NewAnswers | null): void;
}

/**
 * Tells a person that IT has answered them, from what the poll of their own threads and of the known annoyances brings
 * anyway: it asks nobody for anything.
 */
export function createAnswered({ db, policy, clock, log, isLooking, show }: AnsweredDeps) {
  const look = createLooks(takeLook, (error) => log.error("answers were not told", error));

  async function takeLook(): Promise<void> {
    const { notifications, sites } = (await policy.current()).policy;
    const now = clock.now();
    const moment = { now, isHeldBack: isQuiet(now, notifications), isLooking: await isLooking() };
    const told = await db.transaction("rw", [db.mine, db.joined, db.kv], async () => {
      const [before, isOff] = await readKvs(db, "answered", "answersOff");
      const unread = await readUnread(db);
      const isOn = notifications.answers && !isOff;
      const next = tellAnswers(before, unread, { ...moment, isOn });
      // Written before anything is shown: a worker that dies in between has told nobody rather than somebody twice.
      // It looks after every poll, and seldom is there anything new.
      if (JSON.stringify(before) !== JSON.stringify(next.answered)) await writeKv(db, "answered", next.answered);
      return { ...next, unread };
    });
    if (told.does === "clear") show(null);
    if (told.does !== "show") return;
    const words = told.unread.filter(({ reportId }) => told.answered.shown.includes(reportId));
    const [only] = words;
    const row = only && words.length === 1 ? await db.mine.get(only.reportId) : undefined;
    show({
      count: words.length,
      kind: only && words.every(({ kind }) => kind === only.kind) ? only.kind : "answer",
      site: sites.find(({ name }) => name === row?.siteName)?.name ?? null,
    });
  }

  return {
    look,
    start(): void {
      policy.onChange(() => void look());
      watch(
        () => Promise.all([db.mine.toArray(), db.joined.toArray(), readKvs(db, "answersOff")]),
        () => void look(),
        (error) => log.error("answers cannot be watched", error),
      );
    },
    /** The person has put the notification away: the next one does not speak of these again. */
    async seen(): Promise<void> {
      await db.transaction("rw", db.kv, async () => {
        const [answered] = await readKvs(db, "answered");
        if (answered) await writeKv(db, "answered", { ...answered, shown: [] });
      });
    },
  };
}

/** Inside a transaction over mine, joined and kv. */
async function readUnread(db: EarshotDatabase): Promise<Word[]> {
  const [key, mine, joined] = await Promise.all([keyInForce(db), db.mine.toArray(), db.joined.toArray()]);
  const ours = joined.filter(({ collector }) => collector === key);
  return [...mine.map(wordOn), ...ours.map(wordOnJoined)].filter((word) => word !== null);
}

function wordOn({ id, thread, seenAt, takenBackAt }: MineRow): Word | null {
  if (thread === null || takenBackAt !== undefined || newestWord(thread) <= seenAt) return null;
  const line = thread.timeline.findLast(({ by }) => by.kind === "reviewer" || by.kind === "admin");
  return line ? { reportId: id, id: line.id, kind: kindOf(thread.status) } : null;
}

/** What was joined has no conversation of this person's: there its status is what changes. */
function wordOnJoined({ id, known, gone, seenStatus }: JoinedRow): Word | null {
  const { status, statusEvent } = known;
  if (gone || seenStatus === undefined || statusEvent === null || statusEvent === seenStatus) return null;
  return { reportId: id, id: statusEvent, kind: isClaim(status) ? "fixed" : "answer" };
}

function kindOf(status: Status): Word["kind"] {
  if (status === "asked") return "asked";
  return isClaim(status) ? "fixed" : "answer";
}
