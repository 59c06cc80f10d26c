import type { Burden } from "@/lib/protocol/burden";
import type { Annoyance, Language } from "./annoyance";
import { PEOPLE } from "./company";
import { burdenOf, wholeBurden } from "./cost";
import type { Draw } from "./draw";
import { contextOf, type PageState } from "./page-facts";
import { GOALS } from "./phrases";
import type { Events, Via } from "./sample-events";

/** A report that was filed, with what its reporter's browser knows of it. */
export interface Filed {
  id: string;
  at: number;
  language: Language;
  words: string;
  /** null for somebody who stays anonymous. */
  name: string | null;
  key: string;
  /** How its reporter writes of it later. */
  via: Via;
  burden: Burden | undefined;
}

/** As the protocol names them. */
export const TAGS: Record<Language, string> = { en: "en", de: "de", pt: "pt-BR" };

const KINDS = { slow: 1, confusing: 1, broken: 1, steps: 1, missing: 1, other: 2 } as const;

export interface Telling {
  at: number;
  language: Language;
  words: string;
  /** null where somebody tells it from no page. */
  page: PageState | null;
  usual: Pick<Annoyance, "often" | "minutes" | "kind">;
  /** Whom it must be from; left out for anybody. */
  name?: string;
}

/** Files a report as one of the company's people would. null where it is not past yet. */
export function fileReport(draw: Draw, events: Events, telling: Telling): Filed | null {
  const { at, language, words, page, usual } = telling;
  const id = draw.uuid();
  const { key, hash } = draw.key();
  const name = telling.name ?? (draw.chance(0.3) ? null : draw.pick(PEOPLE[language]));
  // Who looks at the sample shall see what it gave back.
  const burden = telling.name === undefined ? burdenOf(draw, usual) : wholeBurden(usual);
  // A good third say what it costs only after it was sent.
  const isLater = burden !== undefined && draw.chance(0.35);
  const kind = draw.chance(0.1) ? undefined : draw.chance(0.88) ? usual.kind : draw.weighted(KINDS);
  const filed = events.add(
    "org.earshot.report.created.v1",
    at,
    id,
    { as: name === null ? "anonymous" : "named" },
    {
      words,
      lang: TAGS[language],
      ...(draw.chance(0.16) && { goal: draw.pick(GOALS[language]) }),
      ...(kind !== undefined && { kind }),
      ...(burden !== undefined && !isLater && { burden }),
      context: page && contextOf(draw, page, language, name === null),
      replyHash: hash,
      ownTag: draw.tag(),
      ...(name === null ? { identity: "anon" } : { identity: "claimed", reporter: { name } }),
    },
  );
  if (filed === null) return null;
  const via: Via = { as: "thread", key, anonymous: name === null };
  if (isLater) events.add("org.earshot.burden.set.v1", at + 20_000, id, via, { burden });
  return { id, at, language, words, name, key, via, burden };
}
