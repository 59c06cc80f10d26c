import type { ReportDoc } from "@/lib/protocol/documents";
import type { Fact, Told } from "./told";

export const NOW_MS = Date.UTC(2026, 10, 26, 12);
const CLAIM = "00000000-0000-4000-8000-0000000000cc";

type Answers = Partial<ReportDoc["helped"]>;

/** What the Inbox lists of one report, with nothing in it but what a test says. */
export function told(id: string, part: Partial<Fact> = {}, answers: Answers | null = null): Told {
  const nobody = { forEvent: null, yes: 0, partly: 0, no: 0, hoursGivenBack: 0, givenBackUnknown: 0 };
  const helped = answers === null ? nobody : { ...nobody, forEvent: CLAIM, ...answers };
  const doc: Fact = {
    id,
    createdAt: "2026-11-20T08:00:00.000Z",
    words: "The list jumps",
    lang: "en",
    kind: null,
    people: 1,
    hoursAWeek: null,
    hoursUnknown: 0,
    blocked: 0,
    status: "new",
    statusAt: null,
    attention: null,
    context: null,
    helped,
    ...part,
  };
  return { doc, own: doc, joined: [], joinedInto: null };
}

/** A page of a named site. */
export function at(site: string): Fact["context"] {
  return { origin: `https://${site}.example.com`, site };
}
