import type { ReportDoc } from "@/lib/protocol/documents";
import type { EventData } from "@/lib/protocol/event";

export type Triage = NonNullable<ReportDoc["triage"]>;

const NOTHING: Triage = { assignee: null, labels: [], externalRefs: [] };

/** How IT deals with a report; documents of before say nothing of it. */
export function triageOf({ triage }: Pick<ReportDoc, "triage">): Triage {
  return triage ?? NOTHING;
}

/** The last one wins, field by field. It is IT's own business: no line of the conversation, no answer to anybody. */
export function withTriage(doc: ReportDoc, said: EventData<"org.earshot.triage.set.v1">): ReportDoc {
  const before = triageOf(doc);
  return {
    ...doc,
    triage: {
      assignee: said.assignee === undefined ? before.assignee : said.assignee,
      labels: said.labels ? [...new Set(said.labels)] : before.labels,
      externalRefs: said.externalRefs ?? before.externalRefs,
    },
  };
}
