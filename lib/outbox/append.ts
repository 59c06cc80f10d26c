import { addItems } from "@/lib/database/items";
import type { OutboxItem } from "@/lib/database/rows";
import type { Burden } from "@/lib/protocol/burden";
import { type EventType, parseEvent } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import { cleanText } from "@/lib/protocol/text";
import { isProvisional, keyInForce } from "./collector-key";
import { type OutboxDeps } from "./create-report";
import { type Install, readInstall } from "./install";
import { type EventForm, type EventToWrite, writeEvent } from "./write-event";

export type Append = ReturnType<typeof createAppend>;

/** Queues one event behind those of its report. false where it was not saved: it was taken back, or the disk is full. */
export function createAppend(deps: OutboxDeps) {
  const { db, log } = deps;

  async function append<T extends EventType>(event: EventToWrite<T>, install: Install): Promise<boolean> {
    try {
      return await db.transaction("rw", [db.outbox, db.bodies, db.mine, db.reports, db.kv], async () => {
        const isTakenBack = (await db.mine.get(event.subject))?.takenBackAt !== undefined;
        // Whoever takes a report back and writes on it in another window has taken it back.
        if (isTakenBack && event.route !== "session") return false;
        const inForce = await keyInForce(db);
        const collector = (await collectorOf(event.subject)) ?? inForce;
        const item = addressed(writeEvent(event, install.id, collector, deps), inForce);
        const parsed = parseEvent(JSON.parse(item.body));
        if (parsed.ok) await addItems(db, [item]);
        else log.error(`an event was not saved: ${parsed.pointer}`, parsed.detail);
        return parsed.ok;
      });
    } catch (error) {
      log.error("an event could not be stored", error);
      return false;
    }
  }

  /** The collector that has the report: what is said about it is for that one alone. undefined where nobody knows. */
  async function collectorOf(subject: string): Promise<string | undefined> {
    const mine = await db.mine.get(subject);
    if (mine) return mine.collector;
    const copy = await db.reports.get(subject);
    const last = await db.outbox.where("subject").equals(subject).last();
    return copy?.collector || last?.collector || undefined;
  }

  return append;
}

/**
 * What people say after a report was filed. Each gives whether it was saved: false for a report that is not theirs,
 * for words that are missing or too long, and where the disk is full.
 */
export function createAppends(deps: OutboxDeps, append: Append) {
  const { db, ids, random } = deps;

  /** By the thread of one's own report, in the form that the report had. */
  async function inThread<T extends EventType>(reportId: string, type: T, data: EventToWrite<T>["data"]) {
    const mine = await db.mine.get(reportId);
    if (!mine) return false;
    const form: EventForm = mine.identity === "anon" ? "anonymous" : "claimed";
    const install = await readInstall(db, ids, random);
    return append({ type, subject: reportId, route: "thread", form, data }, install);
  }

  return {
    burden: (reportId: string, burden: Burden) => inThread(reportId, "org.earshot.burden.set.v1", { burden }),

    async comment(reportId: string, said: string, lang: string): Promise<boolean> {
      const text = cleanText(said);
      if (!/\S/.test(text) || text.length > LIMITS.comment) return false;
      return inThread(reportId, "org.earshot.comment.added.v1", { text, lang, visibility: "thread" });
    },
  };
}

/** An item as it is stored: set aside where it is for another collector than the one in force; it comes back with that one. */
export function addressed(row: OutboxItem, inForce: string): OutboxItem {
  const isForAnother = row.collector !== "" && !isProvisional(inForce) && row.collector !== inForce;
  return isForAnother ? { ...row, state: "parked", parkedFor: "other-collector" } : row;
}
