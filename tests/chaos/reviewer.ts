import type { OutboxItem } from "@/lib/database/rows";
import { overlay } from "@/lib/inbox/overlay";
import type { Random } from "@/tests/support/random";
import { createPerson, type Person, type PersonOptions } from "./person";
import { pause } from "./within";

export interface ReviewerOptions extends PersonOptions {
  random: Random;
}

/** Somebody in IT, who answers what comes in. */
export interface Reviewer extends Person {
  review(isOver: () => boolean): Promise<void>;
}

const BETWEEN = [100, 600] as const;
/** How many of the newest reports are looked at in one go. */
const NEWEST = 12;
const STATUS = "org.earshot.status.set.v1";
const COMMENT = "org.earshot.comment.added.v1";
const TRIAGE = "org.earshot.triage.set.v1";

/** A report as the Inbox shows it: what the reviewer has said since lies over it, and a first answer is a status too. */
interface Seen {
  reportId: string;
  statusEvent: string | null;
}

export async function createReviewer({ random, ...options }: ReviewerOptions): Promise<Reviewer> {
  const person = await createPerson(options);
  const { name, profile, acknowledged, note } = person;
  let said = 0;
  let seen: Seen[] = [];
  /** Nobody knows what was said of them, or whether it comes yet: another status could not be based on it. */
  const unsure = new Set<string>();

  /** Each report once: what is said now is not in what was read before. */
  async function look(): Promise<void> {
    // As the popup does when it opens; what it gets is read the next time.
    await profile.ask("popup.refresh", null);
    const reports = await profile.read("reports");
    const own = await readOwn();
    const newest = reports.filter(({ id }) => !unsure.has(id)).toSorted((a, b) => b.rev - a.rev);
    // The newest, and some that were answered before.
    const chosen = [...newest.slice(0, NEWEST / 2), ...newest.slice(0, 10 * NEWEST).filter(() => random.chance(0.1))];
    seen = [...new Set(chosen)].map(({ id, doc, rev }) => {
      const { statusEvent } = overlay(
        doc,
        rev,
        own.filter(({ subject }) => subject === id),
        name,
      );
      return { reportId: id, statusEvent };
    });
  }

  /** What the reviewer has said, with its words. */
  async function readOwn(): Promise<OutboxItem[]> {
    const rows = await profile.read("outbox");
    const bodies = new Map((await profile.read("bodies")).map(({ id, body }) => [id, body]));
    return rows.map((row) => ({ ...row, body: bodies.get(row.id) ?? "" }));
  }

  async function say({ reportId, statusEvent }: Seen): Promise<boolean> {
    const text = `${name}-${++said}.`;
    const rest = { reportId, text, lang: "en" };
    const done = async (type: string, saying: Promise<{ ok: boolean }>) => {
      const { ok } = await saying;
      if (ok) acknowledged.push({ subject: reportId, type });
      return ok;
    };
    switch (random.pick(["status", "status", "comment", "note", "triage"] as const)) {
      case "status": {
        const status = random.pick(["heard", "planned", "done", "declined"] as const);
        return done(STATUS, profile.ask("review.answer", { ...rest, status, basedOn: statusEvent }));
      }
      case "comment":
        return done(COMMENT, profile.ask("review.answer", { ...rest, status: null, basedOn: null }));
      case "note":
        return done(COMMENT, profile.ask("review.note", rest));
      case "triage":
        return done(TRIAGE, profile.ask("review.triage", { reportId, assignee: text, labels: [`label ${said}`] }));
      default:
        throw new Error("nothing to say");
    }
  }

  return {
    ...person,
    async review(isOver) {
      while (!isOver()) {
        const next = seen.shift();
        if (next && !(await note(say(next)))) unsure.add(next.reportId);
        // A kill may cut that off; the next look comes soon.
        if (!next) await look().catch(() => undefined);
        await pause(random.int(...BETWEEN));
      }
    },
  };
}
