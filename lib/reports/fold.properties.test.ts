import fc from "fast-check";
import { expect, it } from "vitest";
import { MINUTES, MINUTES_NOW, OFTEN, HOLDS_BACK } from "@/lib/protocol/burden";
import { reportDocSchema, threadDocSchema, type ActorKind } from "@/lib/protocol/documents";
import { parseEvent, type EarshotEvent } from "@/lib/protocol/event";
import { ANSWERS, STATUSES } from "@/lib/protocol/vocabulary";
import { fold, type StoredDoc } from "./fold";
import { round } from "./hours";
import { ANN, BEN, createHistory, idOf, REPORT } from "./test-history";
import { threadOf } from "./thread";
import { shareOf, type Voice } from "./voice";

const EVENTS = 25;
const TAGS = [ANN, BEN, "C".repeat(22)];

const burden = fc.record(
  {
    holdsBack: fc.constantFrom(...HOLDS_BACK),
    often: fc.constantFrom(...OFTEN),
    minutes: fc.constantFrom(...MINUTES),
  },
  { requiredKeys: [] },
);
// Few ids, so that bases and claims are often right, often stale, and sometimes of events that are yet to come.
const anyEvent = fc.integer({ min: 1, max: EVENTS }).map(idOf);
const words = fc.string({ maxLength: 40 }).map((text) => `${text}.`);
const tag = fc.constantFrom(...TAGS);

const created = fc.record({
  words,
  lang: fc.constant("en"),
  context: fc.constant(null),
  replyHash: fc.constant("0".repeat(64)),
  ownTag: fc.constant(ANN),
  identity: fc.constant("anon"),
  burden,
});

const data = fc.oneof(
  created.map((value) => ["report.created", value] as const),
  fc.record({ burden }).map((value) => ["burden.set", value] as const),
  fc.record({ tag, on: fc.boolean(), burden }).map((value) => ["metoo.set", value] as const),
  fc
    .record(
      { answer: fc.constantFrom(...ANSWERS), forEvent: anyEvent, minutesNow: fc.constantFrom(...MINUTES_NOW), tag },
      { requiredKeys: ["answer", "forEvent"] },
    )
    .map((value) => ["helped.answered", value] as const),
  fc
    .record({ text: words, lang: fc.constant("en"), visibility: fc.constantFrom("thread", "internal") })
    .map((value) => ["comment.added", value] as const),
  fc
    .record({ status: fc.constantFrom(...STATUSES), basedOn: fc.option(anyEvent), note: words })
    .map((value) => ["status.set", value] as const),
  fc.record({ into: fc.option(anyEvent) }).map((value) => ["report.linked", value] as const),
  fc
    .record(
      { title: fc.option(words), lang: fc.constant("en"), workaround: words, place: fc.constantFrom("page", "site") },
      { requiredKeys: ["title", "lang"] },
    )
    .map((value) => ["summary.published", value] as const),
  fc.array(words).map((value) => ["mood.set", { value }] as const),
);

interface Step {
  event: EarshotEvent;
  by: ActorKind;
  /** Its base, or what it answers, is the status that stands when it comes. */
  onTheSpot?: boolean;
}

/** Histories of well-formed events, the first mostly the creation. */
const history: fc.Arbitrary<Step[]> = fc
  .tuple(fc.array(data, { maxLength: EVENTS - 1 }), created, fc.array(fc.integer({ min: 0, max: 1e6 })))
  .map(([rest, first, minutes]) =>
    [["report.created", first] as const, ...rest].map(([type, value], at) => {
      const parsed = parseEvent({
        specversion: "1.0",
        id: idOf(at + 1),
        source: "urn:earshot:anon",
        type: `org.earshot.${type}.v1`,
        subject: REPORT,
        time: new Date(Date.UTC(2026, 0, 1) + (minutes[at] ?? at) * 60_000).toISOString(),
        data: value,
      });
      if (!parsed.ok) throw new Error(`${parsed.pointer}: ${parsed.detail}`);
      const by = ["status.set", "report.linked", "summary.published"].includes(type) ? "reviewer" : "reporter";
      return onTheSpot({ event: parsed.event, by }, at);
    }),
  );

/**
 * Left to chance alone a status would hardly ever be based on the one that stands, nor an answer be about it: half of
 * them are put right in `replay`, and some answers are about the very next event, which may become the claim.
 */
function onTheSpot(step: Step, at: number): Step {
  const { event } = step;
  if ("unknown" in event || at % 3 === 0) return step;
  if (event.type === "org.earshot.status.set.v1") return { ...step, onTheSpot: true };
  if (event.type !== "org.earshot.helped.answered.v1") return step;
  if (at % 3 === 1) return { ...step, onTheSpot: true };
  return { ...step, event: { ...event, data: { ...event.data, forEvent: idOf(at + 2) } } };
}

function putRight(event: EarshotEvent, stored: StoredDoc | null): EarshotEvent {
  if ("unknown" in event) return event;
  const statusEvent = stored?.doc.statusEvent ?? null;
  if (event.type === "org.earshot.status.set.v1") {
    return { ...event, data: { ...event.data, basedOn: statusEvent } };
  }
  if (event.type !== "org.earshot.helped.answered.v1" || statusEvent === null) return event;
  return { ...event, data: { ...event.data, forEvent: statusEvent } };
}

function replay(steps: readonly Step[]) {
  const replayed = createHistory();
  for (const { event, by, onTheSpot: isRight } of steps) {
    replayed.apply(isRight ? putRight(event, replayed.stored()) : event, by);
  }
  return { stored: replayed.stored(), voices: replayed.voices() };
}

/** What the document's sums are when they are added up anew, from nothing but the voices. */
function sumsOf(voices: Iterable<Voice>, forEvent: string | null) {
  const shares = [...voices].map((voice) => shareOf(voice, forEvent));
  const sum = (pick: (share: (typeof shares)[number]) => number) =>
    shares.reduce((total, share) => round(total + pick(share)), 0);
  const people = sum((share) => share.people);
  const hoursUnknown = sum((share) => share.hoursUnknown);
  return {
    people,
    hoursUnknown,
    blocked: sum((share) => share.blocked),
    hoursAWeek: people > hoursUnknown ? sum((share) => share.hours) : null,
    helped: {
      forEvent,
      yes: sum((share) => share.yes),
      partly: sum((share) => share.partly),
      no: sum((share) => share.no),
      hoursGivenBack: sum((share) => share.hoursGivenBack),
      givenBackUnknown: sum((share) => share.givenBackUnknown),
    },
  };
}

function must(stored: StoredDoc | null): StoredDoc {
  if (!stored) throw new Error("there is no report");
  return stored;
}

it("keeps sums that are those of its voices, added up anew", () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { stored, voices } = replay(steps);
      const { people, hoursUnknown, blocked, hoursAWeek, helped } = must(stored).doc;
      const sums = sumsOf(voices.values(), helped.forEvent);
      expect({ people, hoursUnknown, blocked, hoursAWeek, helped }).toEqual(sums);
    }),
    { numRuns: 300 },
  );
});

it("makes documents that its own schemas take, and threads without anything internal", () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { stored, voices } = replay(steps);
      const { doc } = reportDocSchema.parse(must(stored).doc) && must(stored);
      const thread = threadDocSchema.parse(threadOf(must(stored), "1", voices.get(ANN) ?? null));
      expect(thread.timeline.every(({ visibility }) => visibility === "thread")).toBe(true);
      expect(doc.updatedAt >= (doc.timeline[0]?.at ?? "")).toBe(true);
    }),
  );
});

it("comes to the same when a prefix is given again and known events are passed over", () => {
  fc.assert(
    fc.property(history, fc.nat(EVENTS), (steps, length) => {
      const seen = new Set<string>();
      const again = [...steps.slice(0, length), ...steps].filter(({ event }) => {
        if (seen.has(event.id)) return false;
        seen.add(event.id);
        return true;
      });
      expect(replay(again)).toEqual(replay(steps));
    }),
  );
});

it("never changes what it is given, and leaves everything as it is for a type from the future", () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { stored } = replay(steps);
      const before = JSON.stringify(stored);
      for (const { event, by } of steps) {
        const context = { seq: "9", actorKind: by, actor: null, receivedAt: event.time, voice: null };
        const result = fold(stored, event, context);
        if ("unknown" in event) expect(result).toEqual({ stored, voice: null, outcome: "unchanged" });
      }
      expect(JSON.stringify(stored)).toBe(before);
    }),
  );
});
