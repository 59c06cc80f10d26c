import type { ActorKind } from "@/lib/protocol/documents";
import type { EarshotEvent, KnownEvent } from "@/lib/protocol/event";
import { fold, voiceTag, type FoldResult, type StoredDoc } from "./fold";
import type { Voice } from "./voice";

export const REPORT = "0a4f7d0e-6c2c-4a5e-8f6f-3f6f0e1d2c3b";
/** The reporter's tag, and a colleague's. */
export const ANN = "A".repeat(22);
export const BEN = "B".repeat(22);

const NAMES: Record<ActorKind, string | null> = {
  reporter: "Ann",
  colleague: null,
  reviewer: "Robin",
  admin: "Alex",
  system: null,
};

type Short =
  | "report.created"
  | "burden.set"
  | "metoo.set"
  | "helped.answered"
  | "comment.added"
  | "status.set"
  | "triage.set"
  | "report.linked"
  | "summary.published"
  | "report.erased";
type DataOf<T extends Short> = Extract<KnownEvent, { type: `org.earshot.${T}.v1` }>["data"];

const CREATED: DataOf<"report.created"> = {
  words: "The list takes ages",
  lang: "en",
  context: null,
  replyHash: "0".repeat(64),
  ownTag: ANN,
  identity: "claimed",
  reporter: { name: "Ann" },
};

/** A report and its voices, event by event, as the collector keeps them. Ids and times follow from the count. */
export function createHistory() {
  let stored: StoredDoc | null = null;
  let count = 0;
  let waitedMs = 0;
  const voices = new Map<string, Voice>();

  function apply(event: EarshotEvent, actorKind: ActorKind): FoldResult {
    count += 1;
    const tag = voiceTag(stored, event);
    const result = fold(stored, event, {
      seq: String(count),
      actorKind,
      actor: NAMES[actorKind],
      receivedAt: event.time,
      voice: tag === null ? null : (voices.get(tag) ?? null),
    });
    stored = result.stored;
    if (result.voice) voices.set(result.voice.tag, result.voice);
    return result;
  }

  return {
    apply,
    say<T extends Short>(type: T, data: Partial<DataOf<T>>, by?: ActorKind): FoldResult {
      const whole = type === "report.created" ? { ...CREATED, ...data } : data;
      const event = {
        specversion: "1.0",
        id: idOf(count + 1),
        source: "urn:earshot:anon",
        type: `org.earshot.${type}.v1`,
        subject: REPORT,
        time: new Date(Date.UTC(2026, 0, 1) + count * 60_000 + waitedMs).toISOString(),
        data: whole,
      } as EarshotEvent;
      return apply(event, by ?? (type === "report.created" ? "reporter" : "reviewer"));
    },
    /** Milliseconds go by before the next event. */
    wait(ms: number): void {
      waitedMs += ms;
    },
    stored: () => stored,
    voices: () => voices,
    doc() {
      if (!stored) throw new Error("there is no report yet");
      return stored.doc;
    },
    /** The id of the event that comes after `skip` others. */
    nextId: (skip: number) => idOf(count + 1 + skip),
  };
}

export function idOf(count: number): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
}
