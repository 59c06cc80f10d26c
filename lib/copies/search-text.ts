import type { ReportDoc } from "@/lib/protocol/documents";
import { triageOf } from "@/lib/reports/triage";
import { plainLetters, wordsOf } from "./letters";

/** What may be searched of a report: words, goal, every answer, site, element, path, and IT's own marks. */
export function searchText(doc: ReportDoc): string {
  const { words, goal, note, context, timeline, reporter } = doc;
  const { assignee, labels, externalRefs } = triageOf(doc);
  const said = [...timeline.map(({ text }) => text), assignee, ...labels, ...externalRefs.map(({ key }) => key)];
  const place = context && [context.site, context.title, context.origin, context.path, context.element?.name];
  return [words, goal, ...said, note, reporter?.name, ...(place ?? [])].filter(isNew).join(" ");
}

/** The answer in force stands in the conversation as well, and twice the text is twice the work. */
function isNew(text: string | null | undefined, index: number, all: readonly unknown[]): boolean {
  return !!text && all.indexOf(text) === index;
}

/** Each word of it once, in plain letters, as it is searched in. */
export function searchWords(doc: ReportDoc): string[] {
  return [...new Set(wordsOf(plainLetters(searchText(doc))))];
}
