import type { ActorKind, ReportDoc } from "@/lib/protocol/documents";
import type { EarshotEvent, EventData, EventType, KnownEvent, Status } from "@/lib/protocol/event";
import { withAnswerLine } from "./answer-line";
import { entry } from "./entry";
import { linkedTo } from "./links";
import { lookedAgain, withLookAgain } from "./look-again";
import { withSummary } from "./summary";
import { withVoice } from "./sums";
import { addToTimeline, touched, trustedTime } from "./timeline";
import type { Tombstone } from "./tombstone";
import { withTriage } from "./triage";
import { newVoice, type Voice } from "./voice";
import { meTooWakes } from "./wakes";

/**
 * The fold: how a report document comes out of its events, on the collector and in a client's overlay alike.
 *
 * It is pure and never throws. Order is the order of calls (the collector's `seq`), never a clock. A voice (one
 * person's part) is kept beside the document, which holds sums only: it stays small with ten thousand me-toos.
 */
export interface FoldContext {
  /** The event's place in the feed; null while it waits in a client's outbox. */
  seq: string | null;
  actorKind: ActorKind;
  /** Display name, or null for a person without a name. */
  actor: string | null;
  /** RFC 3339; the hour where the event is anonymous. */
  receivedAt: string;
  /** The voice that `voiceTag` names, as it was before this event. */
  voice: Voice | null;
  /** Of a link: whether it would make a circle, as far as whoever folds can see. */
  makesCircle?: boolean;
}

type FoldOutcome =
  | "applied"
  /** Not applied, because another reviewer's status (it is kept in the timeline) or link came first. */
  | "superseded"
  /** Nothing changes: a second creation, a type from the future, a me too that says nothing new. */
  | "unchanged"
  /** There is no report of this id yet. */
  | "unknown-subject";

/** The server's form: the reviewer's document and the reporter's tag, which never leaves the collector. */
export interface StoredDoc {
  doc: ReportDoc;
  ownTag: string;
}

export type FoldResult =
  | {
      stored: StoredDoc | null;
      /** The voice to write, or null where no voice changed. */
      voice: Voice | null;
      outcome: FoldOutcome;
    }
  /** The tombstone takes the document's place for good, and the report's voices go with it. */
  | { stored: null; voice: null; outcome: "erased"; tombstone: Tombstone };

/** Which voice an event speaks with, or null for one that speaks with none. */
export function voiceTag(stored: StoredDoc | null, event: EarshotEvent): string | null {
  if ("unknown" in event) return null;
  switch (event.type) {
    case "org.earshot.report.created.v1":
      return event.data.ownTag;
    case "org.earshot.metoo.set.v1":
      return event.data.tag;
    case "org.earshot.helped.answered.v1":
      return event.data.tag ?? stored?.ownTag ?? null;
    case "org.earshot.burden.set.v1":
      return stored?.ownTag ?? null;
    case "org.earshot.comment.added.v1":
    case "org.earshot.status.set.v1":
    case "org.earshot.triage.set.v1":
    case "org.earshot.report.linked.v1":
    case "org.earshot.summary.published.v1":
    case "org.earshot.digest.published.v1":
    case "org.earshot.report.erased.v1":
      return null;
    default:
      return event satisfies never;
  }
}

export function fold(stored: StoredDoc | null, event: EarshotEvent, context: FoldContext): FoldResult {
  if ("unknown" in event) return { stored, voice: null, outcome: "unchanged" };
  if (event.type === "org.earshot.report.created.v1") {
    return stored ? { stored, voice: null, outcome: "unchanged" } : create(event, context);
  }
  // About the organisation and no report.
  if (event.type === "org.earshot.digest.published.v1") return { stored, voice: null, outcome: "unchanged" };
  if (!stored) return { stored, voice: null, outcome: "unknown-subject" };
  switch (event.type) {
    case "org.earshot.burden.set.v1":
      return speak(stored, event, context, (voice) => ({ ...voice, burden: event.data.burden }));
    case "org.earshot.metoo.set.v1":
      return meToo(stored, event, context);
    case "org.earshot.helped.answered.v1":
      return answerHelped(stored, event, context);
    case "org.earshot.comment.added.v1":
      return comment(stored, event, context);
    case "org.earshot.status.set.v1":
      return setStatus(stored, event, context);
    case "org.earshot.triage.set.v1":
      return changed(stored, withTriage(stored.doc, event.data));
    case "org.earshot.report.linked.v1":
      return link(stored, event.data.into, context);
    case "org.earshot.summary.published.v1":
      return changed(stored, touched(withSummary(stored.doc, event, context), context));
    case "org.earshot.report.erased.v1": {
      const tombstone: Tombstone = { erased: true, reason: event.data.reason, at: context.receivedAt };
      return { stored: null, voice: null, outcome: "erased", tombstone };
    }
    default:
      return event satisfies never;
  }
}

type Event<T extends EventType> = Omit<KnownEvent, "type" | "data"> & {
  type: T;
  data: EventData<T>;
};

function create(event: Event<"org.earshot.report.created.v1">, context: FoldContext): FoldResult {
  const { data } = event;
  const at = trustedTime(event.time, context.receivedAt);
  const empty: ReportDoc = {
    v: 1,
    id: event.subject,
    createdAt: at,
    updatedAt: context.receivedAt,
    identity: data.identity,
    reporter: data.reporter ?? null,
    words: data.words,
    lang: data.lang,
    goal: data.goal ?? null,
    kind: data.kind ?? null,
    burden: {},
    hoursAWeek: null,
    hoursUnknown: 0,
    people: 0,
    blocked: 0,
    context: data.context,
    attachments: (data.attachments ?? []).map((attachment) => ({ ...attachment, stored: false })),
    status: "new",
    statusEvent: null,
    statusBy: null,
    statusAt: null,
    note: null,
    noteLang: null,
    attention: null,
    helped: { forEvent: null, yes: 0, partly: 0, no: 0, hoursGivenBack: 0, givenBackUnknown: 0 },
    timeline: [entry(event, context, { text: null })],
  };
  const voice: Voice = { ...newVoice(data.ownTag, true), burden: data.burden ?? {} };
  const doc = withVoice(empty, null, voice);
  return { stored: { doc, ownTag: data.ownTag }, voice, outcome: "applied" };
}

function meToo(stored: StoredDoc, event: Event<"org.earshot.metoo.set.v1">, context: FoldContext): FoldResult {
  const { data } = event;
  const isReporter = data.tag === stored.ownTag;
  // The reporter is one voice already: their own me too changes nothing, and taking it back does not unsay the report.
  if (isReporter) return { stored, voice: null, outcome: "unchanged" };
  if (!context.voice && !data.on) return { stored, voice: null, outcome: "unchanged" };
  const result = speak(stored, event, context, (voice) => ({
    ...voice,
    on: data.on,
    burden: data.burden ?? voice.burden,
  }));
  if (!data.on || context.voice?.on || !result.stored || !meTooWakes(stored.doc, context.receivedAt)) return result;
  return { ...result, stored: { ...result.stored, doc: { ...result.stored.doc, attention: "me-too" } } };
}

function answerHelped(
  stored: StoredDoc,
  event: Event<"org.earshot.helped.answered.v1">,
  context: FoldContext,
): FoldResult {
  const { data } = event;
  const isReporter = data.tag === undefined || data.tag === stored.ownTag;
  // Only a me too that is on may answer: without it anybody could vote a fix good.
  if (!isReporter && !context.voice?.on) return { stored, voice: null, outcome: "unchanged" };
  // An answer counts for the claim that stands. Kept in the voice for any other, it would be counted for a claim that
  // is yet to come, or push out what the person said of the one that stands; its words are heard all the same.
  const stands = data.forEvent === stored.doc.helped.forEvent;
  const result: FoldResult = stands
    ? speak(stored, event, context, (voice) => ({
        ...voice,
        answer: data.answer,
        minutesNow: data.minutesNow ?? null,
        forEvent: data.forEvent,
        text: data.text ?? null,
      }))
    : changed(stored, touched(stored.doc, context));
  if (!result.stored) return result;
  const { doc } = result.stored;
  const unhappy = stands && data.answer !== "yes";
  const line = entry(event, context, {
    text: data.text || null,
    answer: data.answer,
    ...(data.check && data.check !== "first" && { check: data.check }),
    visibility: isReporter ? "thread" : "internal",
    by: { kind: isReporter ? "reporter" : "colleague", name: isReporter ? context.actor : null },
  });
  const heard: ReportDoc = { ...doc, attention: unhappy ? "not-helped" : doc.attention };
  const said = withAnswerLine(heard, line, data.forEvent, context.voice);
  return { ...result, stored: { ...result.stored, doc: said } };
}

function comment(stored: StoredDoc, event: Event<"org.earshot.comment.added.v1">, context: FoldContext): FoldResult {
  const { data } = event;
  const line = entry(event, context, { text: data.text, lang: data.lang, visibility: data.visibility });
  // IT's notes to itself do not keep a closed report longer.
  const isNote = data.visibility === "internal";
  let doc = addToTimeline(isNote ? stored.doc : touched(stored.doc, context), line);
  if (context.actorKind === "reporter") doc = { ...doc, attention: "reply" };
  else if (!isNote) {
    doc = { ...lookedAgain(doc, context.receivedAt), attention: null };
    // An answer means that a human has read it; opening a report does not.
    if (doc.status === "new") doc = withStatus(doc, "heard", event, context);
  }
  return changed(stored, doc);
}

function setStatus(stored: StoredDoc, event: Event<"org.earshot.status.set.v1">, context: FoldContext): FoldResult {
  const { data } = event;
  const applied = data.basedOn === stored.doc.statusEvent;
  const line = entry(event, context, {
    text: data.note ?? null,
    lang: data.lang,
    status: data.status,
    applied,
    visibility: applied ? "thread" : "internal",
  });
  let doc = addToTimeline(touched(stored.doc, context), line);
  if (!applied) return { stored: { ...stored, doc }, voice: null, outcome: "superseded" };
  doc = { ...withStatus(withLookAgain(doc, data), data.status, event, context), attention: null };
  return changed(stored, { ...doc, note: data.note ?? null, noteLang: data.lang ?? null });
}

/** The other reports that a link touches are `links.ts`: whoever holds them puts them right. */
function link(stored: StoredDoc, into: string | null, context: FoldContext): FoldResult {
  const doc = linkedTo(stored.doc, into);
  if (doc === stored.doc) return { stored, voice: null, outcome: "unchanged" };
  if (!context.makesCircle) return changed(stored, touched(doc, context));
  // Another revision all the same: by that a client learns that its link has come to nothing.
  return { ...changed(stored, touched(stored.doc, context)), outcome: "superseded" };
}

function changed(stored: StoredDoc, doc: ReportDoc): FoldResult & { outcome: FoldOutcome } {
  return { stored: { ...stored, doc }, voice: null, outcome: "applied" };
}

function withStatus(doc: ReportDoc, status: Status, event: KnownEvent, context: FoldContext): ReportDoc {
  const isClaim = status === "done" || status === "possible";
  return {
    ...doc,
    status,
    statusEvent: event.id,
    statusBy: context.actor,
    statusAt: trustedTime(event.time, context.receivedAt),
    // A new claim is asked about anew; anything else takes the claim, and what was counted for it, back.
    helped: {
      forEvent: isClaim ? event.id : null,
      yes: 0,
      partly: 0,
      no: 0,
      hoursGivenBack: 0,
      givenBackUnknown: 0,
    },
  };
}

function speak(
  stored: StoredDoc,
  event: KnownEvent,
  context: FoldContext,
  change: (voice: Voice) => Voice,
): FoldResult {
  const tag = voiceTag(stored, event) ?? stored.ownTag;
  const before = context.voice;
  const after = change(before ?? newVoice(tag, tag === stored.ownTag));
  const doc = touched(withVoice(stored.doc, before, after), context);
  return { stored: { ...stored, doc }, voice: after, outcome: "applied" };
}
