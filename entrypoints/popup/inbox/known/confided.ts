import type { Confided } from "@/lib/answers/told";
import type { InboxItem } from "@/lib/inbox/item";

/** What people have said in a report and in those joined to it, and who they are. */
export function confidedOf({ own, joined }: Pick<InboxItem, "own" | "joined">): Confided {
  const docs = [own, ...joined];
  return {
    said: docs.flatMap(({ words, goal, lang, timeline }) => [
      { text: words, lang },
      ...(goal === null ? [] : [{ text: goal, lang }]),
      ...timeline.flatMap(({ by, text }) =>
        text !== null && (by.kind === "reporter" || by.kind === "colleague") ? [{ text, lang }] : [],
      ),
    ]),
    people: docs.flatMap(({ reporter }) => [reporter?.name, reporter?.email].filter((who) => who !== undefined)),
  };
}
