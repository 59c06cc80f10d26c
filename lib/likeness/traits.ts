import type { Kind } from "@/lib/protocol/event";
import { conceptsIn, isTrouble } from "./concepts";
import { merge, type Weights } from "./weights";
import { isFunctionWord, languageOf, stemOf, type WordLanguage, wordsIn } from "./words";

/** What is compared of a report. */
export interface ReportText {
  id: string;
  words: string;
  /** BCP 47; of the person's screen. */
  lang: string;
  goal: string | null;
  kind: Kind | null;
  /** Scheme, host and port; null without a page. */
  origin: string | null;
  /** Templated path; null where there is none. */
  path: string | null;
  element: { role: string; name?: string | undefined } | null;
}

/** A report in the form that is compared; making it is the dear part, so it is made once. */
export interface Traits {
  id: string;
  language: WordLanguage | null;
  kind: Kind | null;
  origin: string | null;
  path: string | null;
  /** First step of the path: what the page is a part of. */
  area: string | null;
  element: { role: string; about: ReadonlySet<string> } | null;
  /** What it is about: things, places, and what people do. */
  concepts: Weights;
  /** What goes wrong. */
  troubles: Weights;
  stems: Weights;
}

/** Words count whole; what people wanted to do and what they pointed at says less of what annoyed them there. */
const GOAL = 0.5;
const ELEMENT_CONCEPT = 0.7;
const ELEMENT_WORD = 0.6;

export function traitsOf(report: ReportText): Traits {
  const said = wordsIn(report.words);
  const wanted = wordsIn(report.goal ?? "");
  const named = wordsIn(report.element?.name ?? "");
  const language = languageOf(said, report.lang);
  const pointedAt = conceptsIn(named, languageOf(named, report.lang));
  const all = merge(
    [conceptsIn(said, language), 1],
    [conceptsIn(wanted, language), GOAL],
    [pointedAt, ELEMENT_CONCEPT],
  );
  return {
    id: report.id,
    language,
    kind: report.kind,
    origin: report.origin,
    path: report.path,
    area: report.path?.split("/").find((step) => step !== "") ?? null,
    element: report.element && { role: report.element.role, about: pointedAt.size > 0 ? pointedAt : new Set(named) },
    concepts: new Map([...all].filter(([concept]) => !isTrouble(concept))),
    troubles: new Map([...all].filter(([concept]) => isTrouble(concept))),
    stems: merge(
      [stemsOf(said, language), 1],
      [stemsOf(wanted, language), GOAL],
      [stemsOf(named, language), ELEMENT_WORD],
    ),
  };
}

function stemsOf(words: readonly string[], language: WordLanguage | null): string[] {
  return words
    .filter((word) => word.length > 1 && !isFunctionWord(word, language))
    .map((word) => stemOf(word, language));
}
