import type { MonthPage } from "@/lib/impact/month-page";
import type { DigestBlock } from "@/lib/protocol/digest";
import type { ReportDoc } from "@/lib/protocol/documents";
import { LIMITS } from "@/lib/protocol/limits";

/** One line of a month as IT is about to share it. */
export interface DraftLine {
  id: string;
  kind: "fix" | "no";
  /** IT's words, never the reporter's; "" where nothing is published of it. */
  title: string;
  /** Of a no. */
  reason: string;
  /** Everybody is to read it. */
  shared: boolean;
}

/** What IT has changed in a line, by the report's id. */
export type Changes = Readonly<Record<string, Partial<Pick<DraftLine, "title" | "reason" | "shared">>>>;

export type Docs = ReadonlyMap<string, Pick<ReportDoc, "summary" | "note" | "lookAgain">>;

/**
 * The lines of a month. Shared at first is only what was written for everybody already: an answer was written to one
 * person, and may name what only they should read.
 */
export function linesOf({ fixes, nos }: MonthPage, docs: Docs, changes: Changes): DraftLine[] {
  const line = (id: string, kind: DraftLine["kind"]): DraftLine => {
    const doc = docs.get(id);
    const title = doc?.summary?.title ?? "";
    const reason = kind === "no" ? (doc?.note ?? "") : "";
    return { id, kind, title, reason, shared: title !== "" && kind === "fix", ...changes[id] };
  };
  return [...fixes.map(({ id }) => line(id, "fix")), ...nos.map(({ id }) => line(id, "no"))];
}

/** Whether everybody could read it as it is. */
export function isReady({ kind, title, reason }: DraftLine): boolean {
  return fits(title, LIMITS.summaryTitle) && (kind === "fix" || fits(reason, LIMITS.note));
}

function fits(text: string, most: number): boolean {
  const { length } = text.trim();
  return length > 0 && length <= most;
}

/** The month as everybody reads it: its figures, and the lines that are shared. `own` is IT's language. */
export function blocksOf(page: MonthPage, docs: Docs, lines: readonly DraftLine[], own: string): DigestBlock[] {
  const shared = new Map(lines.flatMap((line) => (line.shared && isReady(line) ? [[line.id, line] as const] : [])));
  const fixes = page.fixes.flatMap(({ id, status, site, helped, hours }): DigestBlock[] => {
    const line = shared.get(id);
    if (!line) return [];
    const more = { ...(helped && { helped }), ...(hours !== null && { hours }) };
    return [{ block: "fix", status, ...titleOf(docs, line, own), ...siteOf(site), ...more }];
  });
  const nos = page.nos.flatMap(({ id, site, people, hours }): DigestBlock[] => {
    const line = shared.get(id);
    if (!line) return [];
    const doc = docs.get(id);
    const workaround = doc?.summary?.workaround;
    const more = {
      ...(workaround !== undefined && { workaround }),
      ...(people !== null && { people }),
      ...(hours !== null && { hours }),
      ...(doc?.lookAgain !== undefined && { lookAgain: doc.lookAgain }),
    };
    return [{ block: "no", ...titleOf(docs, line, own), reason: line.reason.trim(), ...siteOf(site), ...more }];
  });
  return [...page.figures, ...[...fixes, ...nos].slice(0, LIMITS.digestBlocks - page.figures.length)];
}

/** In every language that it is published in, unless IT has changed the words here. */
function titleOf(docs: Docs, { id, title }: DraftLine, own: string) {
  const summary = docs.get(id)?.summary;
  if (!summary || summary.title !== title) return { title: title.trim(), lang: own };
  const texts = Object.fromEntries(
    Object.entries(summary.texts ?? {}).map(([lang, said]) => [lang, { title: said.title }]),
  );
  return { title, lang: summary.lang, ...(Object.keys(texts).length > 0 && { texts }) };
}

function siteOf(site: string | null) {
  return site === null ? {} : { site };
}
