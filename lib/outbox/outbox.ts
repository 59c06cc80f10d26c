import type { EarshotDatabase } from "@/lib/database/open";
import { writeKv } from "@/lib/database/kv-values";
import { cleanText } from "@/lib/protocol/text";
import { createAppend, createAppends } from "./append";
import { resend } from "./change-of-mind";
import {
  type CreateOutcome,
  createReport,
  type NewReport,
  type OutboxDeps,
  previewReport,
  type WrittenAt,
} from "./create-report";
import { createJoin } from "./join";
import {
  type AnswerSaid,
  createReviews,
  type MonthSaid,
  type SaidOfMany,
  type SummarySaid,
  type TriageSaid,
} from "./reviews";
import { freshSeal, type Seal } from "./seal";
import { dropSetAside, sendSetAside } from "./set-aside";
import { discard, putAway, takeBack, type TakenBack, undoTakeBack } from "./take-back";
import { createVerdicts, type HelpedSaid } from "./verdicts";
import { markSeen } from "./watch-my-reports";

const LONGEST_NAME = 120;

/**
 * Everything that people say goes in here, and is safe when the promise resolves. `onAppended` is called after each
 * change that there is something to send for; `onBegin` before each: it sees to it that somebody comes back where the
 * worker is stopped between the two.
 */
export function createOutbox(deps: OutboxDeps, onAppended: () => void, onBegin: () => void = () => {}) {
  const { db } = deps;
  const append = createAppend(deps);
  const appends = createAppends(deps, append);
  const join = createJoin(deps, append);
  const verdicts = createVerdicts(deps, append);
  const reviews = createReviews(deps, append);

  async function kicking<T extends boolean | CreateOutcome>(work: Promise<T>): Promise<T> {
    onBegin();
    const outcome = await work;
    if (outcome === true || (typeof outcome === "object" && outcome.ok)) onAppended();
    return outcome;
  }

  return {
    /** The seal of before where it is still of now, else a new one; `preview` and `create` of one form share it. */
    seal: (before: Seal | null) => freshSeal(before, deps),
    preview: (report: NewReport, seal: Seal) => previewReport(report, seal, deps),
    create: (report: NewReport, at: WrittenAt) => kicking(createReport(report, at, deps)),
    resend: (reportId: string, words: string, isNameless = false) => kicking(resend(reportId, words, isNameless, deps)),
    discard: (reportId: string) => discard(db, reportId),
    async takeBack(reportId: string): Promise<TakenBack> {
      onBegin();
      const became = await takeBack(reportId, deps);
      if (became === "asked") onAppended();
      return became;
    },
    undoTakeBack: (reportId: string) => kicking(undoTakeBack(db, reportId)),
    burden: (...said: Parameters<typeof appends.burden>) => kicking(appends.burden(...said)),
    comment: (...said: Parameters<typeof appends.comment>) => kicking(appends.comment(...said)),
    helped: (said: HelpedSaid) => kicking(verdicts.helped(said)),
    asked: verdicts.asked,
    metoo: (...said: Parameters<typeof join>) => kicking(join(...said)),
    answer: (said: AnswerSaid) => kicking(isSaved(reviews.answer(said))),
    note: (said: Parameters<typeof reviews.note>[0]) => kicking(isSaved(reviews.note(said))),
    triage: (said: TriageSaid) => kicking(isSaved(reviews.triage(said))),
    async link(reportId: string, into: string | null): Promise<string | null> {
      const link = reviews.link({ reportId, into });
      await kicking(isSaved(link));
      return link;
    },
    async publish(said: SummarySaid): Promise<string | null> {
      const published = reviews.publish(said);
      await kicking(isSaved(published));
      return published;
    },
    async share(said: MonthSaid): Promise<string | null> {
      const shared = reviews.share(said);
      await kicking(isSaved(shared));
      return shared;
    },
    async all(said: readonly SaidOfMany[]): Promise<string[]> {
      onBegin();
      const eventIds = await reviews.all(said);
      if (eventIds.length > 0) onAppended();
      return eventIds;
    },
    undo: reviews.undo,
    /** What was set aside when the person's role was lost goes, or is deleted. */
    setAside: (send: boolean) =>
      send ? kicking(sendSetAside(db, deps.clock.now()).then((count) => count > 0)) : dropSetAside(db),
    markSeen: (reportId: string) => markSeen(db, reportId),
    putAway: (reportId: string) => putAway(db, reportId),
    saveName: (name: string) => saveName(db, name),
  };
}

export type Outbox = ReturnType<typeof createOutbox>;

async function isSaved(eventId: Promise<string | null>): Promise<boolean> {
  return (await eventId) !== null;
}

/** The name that goes with the person's reports; an empty one means that they go without. Gives it as it is kept. */
async function saveName(db: EarshotDatabase, name: string): Promise<string | null> {
  const clean = cleanText(name).replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME).trim();
  if (clean === "") await db.kv.delete("name");
  else await writeKv(db, "name", clean);
  return clean || null;
}
