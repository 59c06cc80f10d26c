import type { ReportDoc } from "@/lib/protocol/documents";

export interface KindWord {
  id: string;
  text: string;
  lang: string | undefined;
  /** null for somebody who stays without a name. */
  from: string | null;
  about: string;
  at: string;
}

/** Words that came with a yes, the newest first. */
export function kindWordsIn(docs: readonly ReportDoc[]): KindWord[] {
  return docs.flatMap(kindWordsOf).sort((a, b) => (a.at < b.at ? 1 : -1));
}

function kindWordsOf(doc: ReportDoc): KindWord[] {
  return doc.timeline.flatMap((line) =>
    line.type === "helped.answered" && line.answer === "yes" && line.text
      ? { id: line.id, text: line.text, lang: line.lang, from: line.by.name, about: doc.words, at: line.at }
      : [],
  );
}
