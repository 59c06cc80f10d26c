import type { EarshotEvent } from "@/lib/protocol/event";
import type { StoredDoc } from "@/lib/reports/fold";
import { type CanonicalOf, follow, makesCircle, withChild, withoutChild } from "@/lib/reports/links";
import type { ReportState } from "./load-group";

/** Reports by id, as far as they are loaded; an erased one holds nothing. */
export type Reports = ReadonlyMap<string, ReportState>;

/** Writes another report that an event has touched, with a revision of its own. */
export type Touch = (id: string, stored: StoredDoc) => void;

function docOf(reports: Reports, id: string) {
  const report = reports.get(id);
  return report && !report.erased ? report.stored.doc : undefined;
}

/** The report that a link names, or null for any other event and for unlinking. */
export function linkTarget(event: EarshotEvent): string | null {
  if ("unknown" in event || event.type !== "org.earshot.report.linked.v1") return null;
  return event.data.into;
}

export function isCircle(reports: Reports, event: EarshotEvent): boolean {
  const into = linkTarget(event);
  const canonicalOf: CanonicalOf = (id) => docOf(reports, id)?.canonical;
  return into !== null && makesCircle(event.subject, into, canonicalOf);
}

/** Ids of reports that an event may touch beside its own, or must look at: those that `reports` names but does not hold. */
export function relativesMissing(reports: Reports, event: EarshotEvent): string[] {
  if ("unknown" in event) return [];
  switch (event.type) {
    case "org.earshot.report.linked.v1":
      return [
        ...ancestors(reports, linkTarget(event)),
        ...ancestors(reports, docOf(reports, event.subject)?.canonical ?? null).slice(0, 1),
        ...descendants(reports, event.subject),
      ].filter((id) => !reports.has(id));
    case "org.earshot.status.set.v1":
    case "org.earshot.comment.added.v1":
      return descendants(reports, event.subject).filter((id) => !reports.has(id));
    case "org.earshot.report.erased.v1": {
      const doc = docOf(reports, event.subject);
      return [...(doc?.canonical ? [doc.canonical] : []), ...(doc?.children ?? [])].filter((id) => !reports.has(id));
    }
    case "org.earshot.report.created.v1":
    case "org.earshot.burden.set.v1":
    case "org.earshot.metoo.set.v1":
    case "org.earshot.triage.set.v1":
    case "org.earshot.helped.answered.v1":
    case "org.earshot.summary.published.v1":
    case "org.earshot.digest.published.v1":
      return [];
    default:
      return event satisfies never;
  }
}

/** Puts right what an event means for other reports. `before` and `after` are those of its own report. */
export function touchRelatives(reports: Reports, before: StoredDoc, after: StoredDoc | null, touch: Touch): void {
  const { id } = before.doc;
  const was = before.doc.canonical ?? null;
  const is = after?.doc.canonical ?? null;
  if (was !== is) {
    change(reports, was, (stored) => ({ ...stored, doc: withoutChild(stored.doc, id) }), touch);
    change(reports, is, (stored) => ({ ...stored, doc: withChild(stored.doc, id) }), touch);
    const canonical = is === null ? undefined : docOf(reports, is);
    if (canonical && after) change(reports, id, (stored) => follow(stored, canonical), touch);
  }
  if (after === null) {
    // Erased: those that were the same as it stand for themselves, with the answers that they have.
    const orphaned = (stored: StoredDoc) => ({ ...stored, doc: { ...stored.doc, canonical: null } });
    for (const child of before.doc.children ?? []) change(reports, child, orphaned, touch);
    return;
  }
  // Only then: a joined report may have been answered by itself since.
  if (docOf(reports, id)?.statusEvent !== before.doc.statusEvent) handDown(reports, id, touch);
}

function handDown(reports: Reports, id: string, touch: Touch): void {
  for (const below of descendants(reports, id)) {
    const parent = docOf(reports, docOf(reports, below)?.canonical ?? "");
    if (parent) change(reports, below, (stored) => follow(stored, parent), touch);
  }
}

function change(reports: Reports, id: string | null, how: (stored: StoredDoc) => StoredDoc | null, touch: Touch): void {
  const report = id === null ? undefined : reports.get(id);
  if (!report || report.erased || id === null) return;
  const changed = how(report.stored);
  if (changed !== null) touch(id, changed);
}

/** `id` and the reports above it, nearest first, up to the first that is not held. */
function ancestors(reports: Reports, id: string | null): string[] {
  const found: string[] = [];
  for (let at: string | null = id; at !== null && !found.includes(at); at = docOf(reports, at)?.canonical ?? null) {
    found.push(at);
  }
  return found;
}

/** The reports below one, parents before their children; those that are not held end their branch. */
function descendants(reports: Reports, id: string): string[] {
  const found = new Set<string>();
  const visit = (at: string) => {
    for (const child of docOf(reports, at)?.children ?? []) {
      if (child === id || found.has(child)) continue;
      found.add(child);
      visit(child);
    }
  };
  visit(id);
  return [...found];
}
