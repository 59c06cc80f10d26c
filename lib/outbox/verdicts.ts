import type { AskRow } from "@/lib/database/known-rows";
import type { MinutesNow } from "@/lib/protocol/burden";
import type { Check, HelpedAnswer } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import { cleanText } from "@/lib/protocol/text";
import { type Question, withAsked, withSaid } from "@/lib/reports/question";
import type { Append } from "./append";
import type { OutboxDeps } from "./create-report";
import { readInstall, tagFor } from "./install";
import type { EventToWrite } from "./write-event";

export interface HelpedSaid {
  reportId: string;
  forEvent: string;
  /** Which time it was asked for; the first where it is missing. */
  check?: Check | undefined;
  answer: HelpedAnswer;
  minutesNow?: MinutesNow | undefined;
  text?: string | undefined;
}

export interface AskedNow extends Question {
  reportId: string;
  where: "list" | "page";
}

type Helped = EventToWrite<"org.earshot.helped.answered.v1">;

/** What people say of a fix, and that they were asked. Both are for one claim; another one starts anew. */
export function createVerdicts({ db, ids, random, clock, log }: OutboxDeps, append: Append) {
  /** Inside a transaction over asks. */
  async function rowFor(id: string, forEvent: string): Promise<AskRow> {
    const before = await db.asks.get(id);
    return before?.forEvent === forEvent ? before : { id, forEvent, said: [] };
  }

  return {
    /**
     * For one's own report by its thread, in the form that it had; for a colleague's that one joined without a name, by
     * the tag of the me too. Kept here too, in one transaction with the event. false where it was not saved.
     */
    async helped(said: HelpedSaid): Promise<boolean> {
      const { reportId, answer, forEvent, check = "first", minutesNow } = said;
      const text = cleanText(said.text ?? "");
      if (text.length > LIMITS.thanks) return false;
      const install = await readInstall(db, ids, random);
      const data: Helped["data"] = {
        answer,
        forEvent,
        ...(minutesNow !== undefined && { minutesNow }),
        ...(/\S/.test(text) && { text }),
        ...(check !== "first" && { check }),
      };
      const tables = [db.outbox, db.bodies, db.mine, db.reports, db.kv, db.joined, db.asks];
      try {
        return await db.transaction("rw", tables, async () => {
          const event = await addressedTo(reportId, data, tagFor(install, reportId));
          if (event === null || !(await append(event, install))) return false;
          const row = await rowFor(reportId, forEvent);
          const one = { check, answer, minutesNow: minutesNow ?? null, at: clock.now() };
          await db.asks.put({ ...row, said: withSaid(row.said, one) });
          return true;
        });
      } catch (error) {
        log.error("an answer could not be stored", error);
        return false;
      }
    },

    /** It was put before the person. */
    async asked({ reportId, forEvent, check, where }: AskedNow): Promise<void> {
      await db.transaction("rw", db.asks, async () => {
        const row = await rowFor(reportId, forEvent);
        const asked = withAsked(row, check, where, clock.now());
        if (asked) await db.asks.put({ ...row, ...asked });
      });
    },
  };

  /** null for a report that is neither theirs nor joined: nobody may vote there. */
  async function addressedTo(subject: string, data: Helped["data"], tag: string): Promise<Helped | null> {
    const type = "org.earshot.helped.answered.v1";
    const mine = await db.mine.get(subject);
    if (mine) {
      const form = mine.identity === "anon" ? "anonymous" : "claimed";
      return { type, subject, route: "thread", form, data };
    }
    const isJoined = (await db.joined.get(subject)) !== undefined;
    return isJoined ? { type, subject, route: "anon", form: "anonymous", data: { ...data, tag } } : null;
  }
}
