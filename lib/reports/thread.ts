import type { ThreadDoc } from "@/lib/protocol/documents";
import type { StoredDoc } from "./fold";
import { shownOf } from "./summary";
import type { Voice } from "./voice";

/** What the reporter may see of their report: no internal notes, no other people's words. */
export function threadOf(stored: StoredDoc, rev: string, own: Voice | null): ThreadDoc {
  const { doc } = stored;
  return {
    v: 1,
    id: doc.id,
    rev,
    createdAt: doc.createdAt,
    status: doc.status,
    statusEvent: doc.statusEvent,
    statusBy: doc.statusBy,
    statusAt: doc.statusAt,
    note: doc.note,
    noteLang: doc.noteLang,
    ...(doc.lookAgain !== undefined && { lookAgain: doc.lookAgain }),
    canonical: doc.canonical ?? null,
    ...(doc.summary && { summary: shownOf(doc.summary) }),
    people: doc.people,
    helped: { yes: doc.helped.yes, partly: doc.helped.partly, no: doc.helped.no },
    mine: {
      burden: doc.burden,
      answer: own?.answer ?? null,
      minutesNow: own?.minutesNow ?? null,
      forEvent: own?.forEvent ?? null,
    },
    timeline: doc.timeline.filter((line) => line.visibility === "thread"),
  };
}
