import type { AnswerSaid, SaidOfMany } from "@/lib/outbox/reviews";
import { triageOf } from "@/lib/reports/triage";
import type { InboxItem } from "./item";

/** One thing that a reviewer does to all that they have chosen. */
export type Deed =
  | { do: "answer"; status: AnswerSaid["status"]; text: string; lang: string }
  | { do: "assign"; to: string | null }
  | { do: "label"; label: string }
  /** The first, which costs most in the usual order, is the one that the others are the same as. */
  | { do: "join" };

/** What has to be said of which report; nothing of those for which it would be nothing new. */
export function sayOfMany(items: readonly InboxItem[], deed: Deed): SaidOfMany[] {
  switch (deed.do) {
    case "answer": {
      const { do: _do, ...said } = deed;
      return items.map(({ id, doc }) => ({ answer: { ...said, reportId: id, basedOn: doc.statusEvent } }));
    }
    case "assign":
      return items
        .filter(({ doc }) => triageOf(doc).assignee !== deed.to)
        .map(({ id }) => ({ triage: { reportId: id, assignee: deed.to } }));
    case "label":
      return items
        .filter(({ doc }) => !triageOf(doc).labels.includes(deed.label))
        .map(({ id, doc }) => ({ triage: { reportId: id, labels: [...triageOf(doc).labels, deed.label] } }));
    case "join": {
      const [first, ...others] = items;
      return first ? others.map(({ id }) => ({ link: { reportId: id, into: first.id } })) : [];
    }
    default:
      return deed satisfies never;
  }
}
