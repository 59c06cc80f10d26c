import type { EarshotDatabase } from "@/lib/database/open";
import { deleteItems } from "@/lib/database/items";
import { readKv } from "@/lib/database/kv-values";
import { onRoute } from "@/lib/database/on-route";
import { digestPublishedData } from "@/lib/protocol/digest";
import { organisationSubject } from "@/lib/protocol/organisation-subject";
import type { EventData, EventType, Status } from "@/lib/protocol/event";
import { summaryPublishedData } from "@/lib/protocol/summary";
import { LIMITS } from "@/lib/protocol/limits";
import { statusNeedsNote } from "@/lib/protocol/owed-words";
import { cleanText } from "@/lib/protocol/text";
import type { Append } from "./append";
import type { OutboxDeps } from "./create-report";
import { readInstall } from "./install";

export interface AnswerSaid {
  reportId: string;
  status: Status | null;
  basedOn: string | null;
  text: string;
  lang: string;
  /** Of a `declined`: the day on which IT looks again, `YYYY-MM-DD`. */
  lookAgain?: string | undefined;
}

export interface TriageSaid extends EventData<"org.earshot.triage.set.v1"> {
  reportId: string;
}

export interface LinkSaid {
  reportId: string;
  /** The report that it is the same as; null where it is not, after all. */
  into: string | null;
}

export interface SummarySaid extends EventData<"org.earshot.summary.published.v1"> {
  reportId: string;
}

/** A month for everybody. */
export type MonthSaid = EventData<"org.earshot.digest.published.v1">;

/** What a reviewer says of several reports with one press. */
export type SaidOfMany = { answer: AnswerSaid } | { triage: TriageSaid } | { link: LinkSaid };

/** For what IT does with one press; in the outbox and not in a window, which closes. */
const UNDO_MS = 10_000;

type Written = { [T in EventType]: { type: T; data: EventData<T> } }[EventType];

/**
 * What IT says of a report. Each gives the event's id, or null where it was not saved: for words that are missing or
 * too long, and where the disk is full.
 */
export function createReviews(deps: OutboxDeps, append: Append) {
  const { db, ids, random, clock } = deps;

  async function say(reportId: string, written: Written | null, undoMs = 0): Promise<string | null> {
    if (written === null) return null;
    const install = await readInstall(db, ids, random);
    const sealed = { id: ids.ordered(), at: clock.now() };
    const event = { ...written, subject: reportId, route: "session", form: "reviewer", sealed, undoMs } as const;
    return (await append(event, install)) ? sealed.id : null;
  }

  return {
    answer: (said: AnswerSaid) => say(said.reportId, toAnswer(said)),

    /** For colleagues only: the reporter does not see it. */
    note: ({ reportId, text, lang }: { reportId: string; text: string; lang: string }) =>
      say(reportId, toComment(cleanText(text), lang, "internal")),

    triage: (said: TriageSaid) => say(said.reportId, toTriage(said)),

    /** The same as another report, or not after all (`into` null); can be undone for a while. */
    link: (said: LinkSaid) => say(said.reportId, toLink(said), UNDO_MS),

    /** For everybody, or (without a title) for nobody any more; can be undone for a while. */
    publish: (said: SummarySaid) => say(said.reportId, toSummary(said), UNDO_MS),

    /** One thing of many reports; can be undone for a while. Gives the ids of what was saved. */
    async all(said: readonly SaidOfMany[]): Promise<string[]> {
      const saved: string[] = [];
      for (const one of said) {
        const id = await say(...toWritten(one), UNDO_MS);
        if (id !== null) saved.push(id);
      }
      return saved;
    },

    /** A month for everybody; can be undone for a while. */
    async share(said: MonthSaid): Promise<string | null> {
      const config = await readKv(db, "config");
      return config && say(organisationSubject(config.config.org.id), toDigest(said), UNDO_MS);
    },

    undo: (eventIds: readonly string[]) => undo(db, eventIds),
  };
}

function toWritten(said: SaidOfMany): [reportId: string, written: Written | null] {
  if ("answer" in said) return [said.answer.reportId, toAnswer(said.answer)];
  if ("triage" in said) return [said.triage.reportId, toTriage(said.triage)];
  return [said.link.reportId, toLink(said.link)];
}

/** Takes back what has not left yet: all of it, or nothing where it is too late for one. */
function undo(db: EarshotDatabase, eventIds: readonly string[]): Promise<boolean> {
  return db.transaction("rw", [db.outbox, db.bodies], async () => {
    const wanted = new Set(eventIds);
    const waiting = await onRoute(db, "session", "queued").toArray();
    // Once it was on its way nobody can say whether it arrived.
    const rows = waiting.filter(
      ({ id, attempt, receivedAt }) => wanted.has(id) && attempt === 0 && receivedAt === null,
    );
    if (rows.length === 0 || rows.length < wanted.size) return false;
    await deleteItems(db, rows);
    return true;
  });
}

/** IT's answer commits once: text with a status is one `status.set`, text alone one comment. */
function toAnswer({ status, basedOn, text: said, lang, lookAgain }: AnswerSaid): Written | null {
  const text = cleanText(said);
  if (status === null) return toComment(text, lang, "thread");
  const note = /\S/.test(text) ? text : null;
  if (note === null ? statusNeedsNote(status) : note.length > LIMITS.note) return null;
  const day = status === "declined" && lookAgain !== undefined ? { lookAgain } : {};
  return { type: "org.earshot.status.set.v1", data: { status, basedOn, ...(note !== null && { note }), lang, ...day } };
}

function toComment(text: string, lang: string, visibility: "thread" | "internal"): Written | null {
  if (!/\S/.test(text) || text.length > LIMITS.comment) return null;
  return { type: "org.earshot.comment.added.v1", data: { text, lang, visibility } };
}

function toTriage({ reportId: _reportId, ...data }: TriageSaid): Written {
  return { type: "org.earshot.triage.set.v1", data };
}

/** Null where a text is empty or too long. */
function toSummary({ reportId: _reportId, ...data }: SummarySaid): Written | null {
  const parsed = summaryPublishedData.safeParse(data);
  return parsed.success ? { type: "org.earshot.summary.published.v1", data: parsed.data } : null;
}

/** Null where a text is empty or too long, or where a figure is of too few people. */
function toDigest(said: MonthSaid): Written | null {
  const parsed = digestPublishedData.safeParse(said);
  return parsed.success ? { type: "org.earshot.digest.published.v1", data: parsed.data } : null;
}

function toLink({ into }: LinkSaid): Written {
  return { type: "org.earshot.report.linked.v1", data: { into } };
}
