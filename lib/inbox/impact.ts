import type { Brief } from "@/lib/copies/brief";
import type { ReportDoc } from "@/lib/protocol/documents";

/** One report whose people said that a fix helped. */
export interface GivenBack {
  id: string;
  words: string;
  kind: ReportDoc["kind"];
  site: string | null;
  /** Hours a week, over those who said that it helped and whose burden is known. */
  hours: number;
  /** People who said yes or partly. */
  people: number;
  /** Of them, those whose hours cannot be counted. */
  unknown: number;
}

export interface KindWord {
  id: string;
  text: string;
  lang: string | undefined;
  /** null for somebody who stays without a name. */
  from: string | null;
  about: string;
  at: string;
}

export interface Impact {
  /** Hours a week that people have confirmed. */
  hours: number;
  /** The list behind `hours`, the most first. */
  givenBack: GivenBack[];
  answers: { yes: number; partly: number; no: number };
  /** Fixes that their people have not spoken about: claims, not value. */
  unconfirmed: { reports: number; people: number; hours: number };
  /** What still costs people time: `hours` a week, and people who did not say how much. */
  lost: { reports: number; hours: number; unknown: number };
}

/**
 * What IT can show. Only the person's own "it helped" counts as given back. Where some have answered and some have
 * not, a document's sums cannot tell whose hours are left: with nothing but good news they stay unconfirmed,
 * otherwise they count as still lost, so that the figure never flatters.
 */
export function impactOf(docs: readonly Brief[]): Impact {
  const impact: Impact = {
    hours: 0,
    givenBack: [],
    answers: { yes: 0, partly: 0, no: 0 },
    unconfirmed: { reports: 0, people: 0, hours: 0 },
    lost: { reports: 0, hours: 0, unknown: 0 },
  };
  for (const doc of docs) addReport(impact, doc);
  impact.givenBack.sort((a, b) => b.hours - a.hours || b.people - a.people);
  return impact;
}

function addReport(impact: Impact, doc: Brief): void {
  if (doc.helped.forEvent === null) {
    if (doc.status !== "declined") addLost(impact, doc.hoursAWeek ?? 0, doc.hoursUnknown);
    return;
  }
  const { yes, partly, no, hoursGivenBack, givenBackUnknown } = doc.helped;
  impact.answers.yes += yes;
  impact.answers.partly += partly;
  impact.answers.no += no;
  impact.hours += hoursGivenBack;
  if (yes + partly > 0) {
    impact.givenBack.push({
      id: doc.id,
      words: doc.words,
      kind: doc.kind,
      site: doc.context?.site ?? null,
      hours: hoursGivenBack,
      people: yes + partly,
      unknown: givenBackUnknown,
    });
  }
  const silent = Math.max(0, doc.people - yes - partly - no);
  const rest = Math.max(0, (doc.hoursAWeek ?? 0) - hoursGivenBack);
  if (silent > 0) {
    impact.unconfirmed.reports += 1;
    impact.unconfirmed.people += silent;
  }
  if (silent > 0 && partly + no === 0) impact.unconfirmed.hours += rest;
  else if (rest > 0) addLost(impact, rest, 0);
}

function addLost(impact: Impact, hours: number, unknown: number): void {
  impact.lost.reports += 1;
  impact.lost.hours += hours;
  impact.lost.unknown += unknown;
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
