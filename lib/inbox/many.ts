import { LIMITS } from "@/lib/protocol/limits";
import type { AnswerSaid, SaidOfMany } from "@/lib/outbox/reviews";
import { triageOf } from "@/lib/reports/triage";
import type { ListedItem } from "./item";

/** One thing that a reviewer does to all that they have chosen. */
export type Deed =
  | ({ do: "answer" } & Pick<AnswerSaid, "status" | "text" | "lang" | "lookAgain">)
  | { do: "assign"; to: string | null }
  | { do: "label"; label: string }
  /** The first, which costs most in the usual order, is the one that the others are the same as. */
  | { do: "join" };

/** What has to be said of which report; nothing of those for which it would be nothing new. */
export function sayOfMany(items: readonly ListedItem[], deed: Deed): SaidOfMany[] {
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
        .filter(({ doc }) => {
          const { labels } = triageOf(doc);
          return !labels.includes(deed.label) && labels.length < LIMITS.labels;
        })
        .map(({ id, doc }) => ({ triage: { reportId: id, labels: [...triageOf(doc).labels, deed.label] } }));
    case "join": {
      const [first] = items;
      if (!first) return [];
      // Where the first is part of another one already, that one stands for all of them: else it could make a circle.
      const into = first.joinedInto ?? first.id;
      const others = items.filter(({ id, joinedInto }) => id !== into && joinedInto !== into && id !== first.id);
      return others.map(({ id }) => ({ link: { reportId: id, into } }));
    }
    default:
      return deed satisfies never;
  }
}
