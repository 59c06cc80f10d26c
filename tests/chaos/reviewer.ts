import type { OutboxRow } from "@/lib/database/rows";
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

/** A report as the Inbox shows it: with the newest status, the reviewer's own included. */
interface Seen {
  reportId: string;
  statusEvent: string | null;
}

export async function createReviewer({ random, ...options }: ReviewerOptions): Promise<Reviewer> {
  const person = await createPerson(options);
  const { name, profile, acknowledged, note } = person;
  let said = 0;
  let seen: Seen[] = [];

  /** Each report once: what is said now is not in what was read before. */
  async function look(): Promise<void> {
    // As the popup does when it opens; what it gets is read the next time.
    await profile.ask("popup.refresh", null);
    const [reports, outbox] = [await profile.read("reports"), await profile.read("outbox")];
    const own = new Map(outbox.filter(({ type }) => type === STATUS).map((row: OutboxRow) => [row.subject, row.id]));
    const newest = reports.toSorted((a, b) => b.rev - a.rev);
    // The newest, and some that were answered before.
    const chosen = [...newest.slice(0, NEWEST / 2), ...newest.slice(0, 10 * NEWEST).filter(() => random.chance(0.1))];
    seen = [...new Set(chosen)].map(({ id, doc }) => ({ reportId: id, statusEvent: own.get(id) ?? doc.statusEvent }));
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
        if (next) await note(say(next));
        // A kill may cut that off; the next look comes soon.
        else await look().catch(() => undefined);
        await pause(random.int(...BETWEEN));
      }
    },
  };
}
