import type { PrivateKind, PrivateSpan } from "@/lib/capture/private/private-span";

/** Something in the words that looks private. */
export interface Finding extends PrivateSpan {
  value: string;
}

/** Longer texts cannot be sent anyway; a pasted book is not read to its end. */
const MOST_SCANNED = 20_000;
const LONGEST_SHOWN = 28;

export type FindPrivate = (text: string, options: { locale: string }) => PrivateSpan[];

export function findingsIn(text: string, find: FindPrivate, locale: string): Finding[] {
  const scanned = text.slice(0, MOST_SCANNED);
  return find(scanned, { locale }).map((span) => ({ ...span, value: scanned.slice(span.start, span.end) }));
}

/**
 * Those that are still there, where they stand now, and that the person has not said to leave: between two scans the
 * words go on, and an offer must neither go out under the person's finger nor black out something else.
 */
export function openFindings(found: readonly Finding[], text: string, left: ReadonlySet<string>): Finding[] {
  const open: Finding[] = [];
  let from = 0;
  for (const finding of found) {
    const start = text.indexOf(finding.value, from);
    if (start < 0) continue;
    from = start + finding.value.length;
    if (!left.has(finding.value)) open.push({ ...finding, start, end: from });
  }
  return open;
}

/** On one line and short enough for a line of the panel, beginning and end kept. */
export function shortValue(value: string): string {
  const line = value.replace(/\s+/g, " ").trim();
  const half = LONGEST_SHOWN / 2 - 1;
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, half)} … ${line.slice(-half)}`.toWellFormed();
}

/** Each kind once, in the order of the words. */
export function kindsOf(findings: readonly Finding[]): PrivateKind[] {
  return [...new Set(findings.map(({ kind }) => kind))];
}
