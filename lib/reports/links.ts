import type { ReportDoc } from "@/lib/protocol/documents";
import type { StoredDoc } from "./fold";
import { addToTimeline } from "./timeline";

/**
 * "The same as another report": a report names its canonical one, and that one its children. A canonical report may be
 * linked on, so that reports form trees. People and hours are added up by whoever shows a tree; a status is handed down
 * it, so that every reporter gets the answer and is asked whether it helped.
 */

/** Links from one report to the next that are followed upwards; a longer way counts as a circle. */
const MOST_STEPS = 8;

/** The canonical report of one, null for one that has none, undefined for one that nobody knows. */
export type CanonicalOf = (id: string) => string | null | undefined;

/**
 * Whether linking `subject` into `into` would make a circle. Of two reviewers who join A into B and B into A the first
 * is right, by the collector's order, and the second changes nothing.
 */
export function makesCircle(subject: string, into: string, canonicalOf: CanonicalOf): boolean {
  let at: string | null | undefined = into;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (at === subject) return true;
    if (at === null || at === undefined) return false;
    at = canonicalOf(at);
  }
  return true;
}

export function withChild(doc: ReportDoc, child: string): ReportDoc {
  const children = doc.children ?? [];
  return children.includes(child) ? doc : { ...doc, children: [...children, child] };
}

export function withoutChild(doc: ReportDoc, child: string): ReportDoc {
  return { ...doc, children: (doc.children ?? []).filter((id) => id !== child) };
}

/**
 * A linked report with its canonical's status, note, and the question whether it helped. Null where it has them
 * already, or where nobody has said anything there yet: what was answered here must not become unheard.
 *
 * The status line comes along; a comment does not, since it was written to one person.
 */
export function follow(stored: StoredDoc, canonical: ReportDoc): StoredDoc | null {
  const { statusEvent } = canonical;
  if (statusEvent === null || stored.doc.statusEvent === statusEvent) return null;
  const doc: ReportDoc = {
    ...stored.doc,
    status: canonical.status,
    statusEvent,
    statusBy: canonical.statusBy,
    statusAt: canonical.statusAt,
    note: canonical.note,
    noteLang: canonical.noteLang,
    attention: null,
    helped: {
      forEvent: canonical.helped.forEvent,
      yes: 0,
      partly: 0,
      no: 0,
      hoursGivenBack: 0,
      givenBackUnknown: 0,
    },
    updatedAt: canonical.updatedAt > stored.doc.updatedAt ? canonical.updatedAt : stored.doc.updatedAt,
  };
  const line = canonical.timeline.find(({ id, type }) => id === statusEvent && type === "status.set");
  if (!line) return { ...stored, doc };
  // It may have followed the same one before.
  const others = doc.timeline.filter(({ id }) => id !== line.id);
  return { ...stored, doc: addToTimeline({ ...doc, timeline: others }, line) };
}

/** The report, said to be the same as another, or to stand for itself; as it was where that is nothing new. */
export function linkedTo(doc: ReportDoc, into: string | null): ReportDoc {
  return into === (doc.canonical ?? null) || into === doc.id ? doc : { ...doc, canonical: into };
}
