import type { ReportRow } from "@/lib/database/rows";
import { startOf } from "@/lib/platform/cut-text";
import type { PageContext } from "@/lib/protocol/context";
import type { ReportDoc, TimelineEntry } from "@/lib/protocol/documents";
import { type FirstWordMs, firstWordMs } from "@/lib/reports/first-word";

/** What a list needs of a report: a whole document is one too. Some 300 bytes, where a document has 2,000. */
export type Brief = Pick<
  ReportDoc,
  | "id"
  | "createdAt"
  | "words"
  | "lang"
  | "kind"
  | "people"
  | "hoursAWeek"
  | "hoursUnknown"
  | "blocked"
  | "status"
  | "statusEvent"
  | "statusBy"
  | "statusAt"
  | "attention"
  | "lookAgain"
  | "helped"
  | "canonical"
  | "triage"
> & {
  context: Pick<PageContext, "origin" | "site"> | null;
  burden: Pick<ReportDoc["burden"], "holdsBack">;
  /**
   * Its words go on. No "…" in the text itself: one character that Latin-1 has not makes all the others take twice the
   * room, a third of all that the list needs.
   */
  isCut?: true;
  /** How long its reporter waited for a word. Missing in a whole document, whose timeline says it. */
  firstWord?: FirstWordMs;
  /** How fast its page was; missing in a whole document, and where nothing came with it. */
  page?: PageTimes;
};

/** What a report says of the speed of its page, in milliseconds; null where the browser had not recorded it. */
export interface PageTimes {
  path: string;
  lcp: number | null;
  load: number | null;
  /** Whose they are; null for somebody without a name. Only to count nobody twice. */
  from: string | null;
}

/** A report as the list has it. */
export interface Listed {
  brief: Brief;
  /** Nobody here has opened it, or its reporter has said something since. */
  unread: boolean;
}

/** Characters of the words; more does not fit into a row of the list. */
const MOST_WORDS = 160;

type Helped = ReportDoc["helped"];
const NO_HELP: Helped = { forEvent: null, yes: 0, partly: 0, no: 0, hoursGivenBack: 0, givenBackUnknown: 0 };
const NO_BURDEN = {};

type HelpedTuple = [string | null, number, number, number, number, number];

/** As it is stored: many of them are read at once, and names would be most of what is read. */
export type BriefTuple = [
  id: string,
  createdAt: string,
  words: string,
  lang: string,
  kind: ReportDoc["kind"],
  people: number,
  hoursAWeek: number | null,
  hoursUnknown: number,
  blocked: number,
  status: ReportDoc["status"],
  statusEvent: string | null,
  statusBy: string | null,
  attention: ReportDoc["attention"],
  origin: string | null,
  site: string | null,
  holdsBack: ReportDoc["burden"]["holdsBack"] | null,
  unread: 0 | 1,
  canonical: string | null,
  helped: HelpedTuple | null,
  triage: ReportDoc["triage"] | null,
  statusAt: string | null,
  firstWord: FirstWordMs,
  page: PageTuple | null,
  lookAgain: string | null,
  isCut: 0 | 1,
];

type PageTuple = [path: string, lcp: number | null, load: number | null, from: string | null];

/** Grows with what `BriefTuple` and `PackWordsRow` have: packs of another form are written anew. */
export const PACK_FORM = 5;

export function toTuple(row: ReportRow): BriefTuple {
  const { doc } = row;
  const { context, helped } = doc;
  const words = startOf(doc.words, MOST_WORDS);
  return [
    doc.id,
    doc.createdAt,
    words,
    doc.lang,
    doc.kind,
    doc.people,
    doc.hoursAWeek,
    doc.hoursUnknown,
    doc.blocked,
    doc.status,
    doc.statusEvent,
    doc.statusBy,
    doc.attention,
    context?.origin ?? null,
    context?.site ?? null,
    doc.burden.holdsBack ?? null,
    isUnread(row) ? 1 : 0,
    doc.canonical ?? null,
    helpedTuple(helped),
    doc.triage ?? null,
    doc.statusAt,
    firstWordMs(doc),
    pageTuple(doc),
    doc.lookAgain ?? null,
    words.length < doc.words.length ? 1 : 0,
  ];
}

/** A whole document as the list has it, with what only the list has. */
export function briefOf(doc: ReportDoc): Brief {
  const tuple = pageTuple(doc);
  return { ...doc, firstWord: firstWordMs(doc), ...(tuple && { page: pageOf(tuple) }) };
}

/** `shared` keeps what many reports have in common, so that it is held once. */
export function fromTuple(tuple: BriefTuple, shared: Shared): Listed {
  const [id, createdAt, words, lang, kind, people, hoursAWeek, hoursUnknown, blocked, status, statusEvent] = tuple;
  const [, , , , , , , , , , , statusBy, attention, origin, site, holdsBack, unread, canonical, helped, triage] = tuple;
  const [, , , , , , , , , , , , , , , , , , , , statusAt, firstWord, page, lookAgain, isCut] = tuple;
  return {
    brief: {
      id,
      createdAt,
      words,
      lang: shared.text(lang),
      kind,
      people,
      hoursAWeek,
      hoursUnknown,
      blocked,
      status,
      statusEvent,
      statusBy: statusBy && shared.text(statusBy),
      statusAt,
      attention,
      context: origin === null ? null : shared.context(origin, site),
      burden: holdsBack === null ? NO_BURDEN : { holdsBack },
      canonical,
      helped: helped ? helpedOf(helped) : NO_HELP,
      ...(triage && { triage }),
      firstWord,
      ...(page && { page: { ...pageOf(page), path: shared.text(page[0]) } }),
      ...(lookAgain && { lookAgain }),
      ...(isCut && { isCut: true }),
    },
    unread: unread === 1,
  };
}

function helpedTuple({ forEvent, yes, partly, no, hoursGivenBack, givenBackUnknown }: Helped): HelpedTuple | null {
  const nobody = forEvent === null && yes + partly + no === 0 && hoursGivenBack === 0;
  return nobody ? null : [forEvent, yes, partly, no, hoursGivenBack, givenBackUnknown];
}

function helpedOf([forEvent, yes, partly, no, hoursGivenBack, givenBackUnknown]: HelpedTuple): Helped {
  return { forEvent, yes, partly, no, hoursGivenBack, givenBackUnknown };
}

function pageTuple({ context, reporter }: ReportDoc): PageTuple | null {
  const { path, timings } = context ?? {};
  const { lcp = null, load = null } = timings ?? {};
  return path === undefined || (lcp === null && load === null) ? null : [path, lcp, load, nameOf(reporter)];
}

function nameOf(reporter: ReportDoc["reporter"]): string | null {
  return reporter && (reporter.email ?? reporter.name);
}

function pageOf([path, lcp, load, from]: PageTuple): PageTimes {
  return { path, lcp, load, from };
}

export interface Shared {
  text(text: string): string;
  context(origin: string, site: string | null): Brief["context"];
}

export function createShared(): Shared {
  const texts = new Map<string, string>();
  const contexts = new Map<string, NonNullable<Brief["context"]>>();
  return {
    text(text) {
      const known = texts.get(text);
      if (known === undefined) texts.set(text, text);
      return known ?? text;
    },
    context(origin, site) {
      const key = `${origin} ${site}`;
      const known = contexts.get(key) ?? { origin, ...(site !== null && { site }) };
      contexts.set(key, known);
      return known;
    },
  };
}

export function isUnread({ readRev, doc }: Pick<ReportRow, "readRev" | "doc">): boolean {
  return readRev === 0 || doc.timeline.some((line) => isTheirs(line) && Number(line.seq) > readRev);
}

/** Order counts here, not time: an anonymous reply carries only its hour. */
function isTheirs(line: TimelineEntry): boolean {
  return line.by.kind === "reporter" || line.by.kind === "colleague";
}
