import { createHash } from "node:crypto";
import type { ActorKind } from "@/lib/protocol/documents";
import type { EventData, EventType, KnownEvent } from "@/lib/protocol/event";
import { fold, type StoredDoc, voiceTag } from "@/lib/reports/fold";
import type { Voice } from "@/lib/reports/voice";
import type { SampleReport, SampleStep } from "./sample-reports";

/** The clock of every picture. */
export const NOW_MS = Date.UTC(2026, 10, 20, 9, 30);
export const HOUR_MS = 3_600_000;

/** The same id for the same name, on every machine. */
export function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function isoAgo(hours: number): string {
  return new Date(NOW_MS - hours * HOUR_MS).toISOString();
}

export interface Folded {
  sample: SampleReport;
  id: string;
  stored: StoredDoc;
  own: Voice | null;
}

/** The real fold makes the documents, so that no picture shows what cannot happen. */
export function foldSample(sample: SampleReport, name: string): Folded {
  const id = idOf(name);
  const voices = new Map<string, Voice>();
  let stored: StoredDoc | null = null;
  let seq = 0;

  function apply<T extends EventType>(type: T, at: number, by: [ActorKind, string | null], data: EventData<T>): void {
    seq += 1;
    const envelope = {
      specversion: "1.0",
      id: idOf(`${name} ${seq}`),
      source: "urn:earshot:anon",
      subject: id,
    } as const;
    const event = { ...envelope, time: isoAgo(at), type, data } as unknown as KnownEvent;
    const tag = voiceTag(stored, event);
    const voice = tag === null ? null : (voices.get(tag) ?? null);
    const context = { seq: String(seq), actorKind: by[0], actor: by[1], receivedAt: isoAgo(at), voice };
    const result = fold(stored, event, context);
    stored = result.stored;
    if (result.voice) voices.set(result.voice.tag, result.voice);
  }

  function applyStep(step: SampleStep): void {
    const statusEvent = stored?.doc.statusEvent ?? null;
    if ("status" in step) {
      // A colleague who had not seen the newest status.
      const basedOn = step.late ? idOf("seen before") : statusEvent;
      const data = { status: step.status, basedOn, ...(step.note ? { note: step.note, lang: "en" } : {}) };
      apply("org.earshot.status.set.v1", step.at, ["reviewer", step.by], data);
    } else if ("comment" in step) {
      const by: [ActorKind, string | null] = step.by === null ? ["reporter", sample.from] : ["reviewer", step.by];
      const visibility = step.onlyForIt ? "internal" : "thread";
      apply("org.earshot.comment.added.v1", step.at, by, { text: step.comment, lang: "en", visibility });
    } else if ("triage" in step) {
      apply("org.earshot.triage.set.v1", step.at, ["reviewer", step.by], step.triage);
    } else {
      apply("org.earshot.helped.answered.v1", step.at, ["reporter", sample.from], {
        answer: step.helped,
        forEvent: statusEvent ?? id,
        ...(step.minutesNow === undefined ? {} : { minutesNow: step.minutesNow }),
        ...(step.text ? { text: step.text } : {}),
        ...(step.colleague === undefined ? {} : { tag: `colleague ${step.colleague}` }),
      });
    }
  }

  const { page } = sample;
  apply("org.earshot.report.created.v1", sample.at, ["reporter", sample.from], {
    words: sample.words,
    lang: sample.lang ?? "en",
    ...(sample.goal ? { goal: sample.goal } : {}),
    ...(sample.kind ? { kind: sample.kind } : {}),
    ...(sample.burden ? { burden: sample.burden } : {}),
    context: page && {
      origin: page.origin,
      path: page.path,
      site: page.site,
      ...(sample.from !== null && page.title ? { title: page.title } : {}),
      ...page.extra,
    },
    replyHash: "0".repeat(64),
    ownTag: "own",
    identity: sample.from === null ? "anon" : "claimed",
    ...(sample.from === null ? {} : { reporter: { name: sample.from } }),
  });
  for (const [index, burden] of (sample.colleagues ?? []).entries()) {
    const data = { tag: `colleague ${index}`, on: true, burden };
    apply("org.earshot.metoo.set.v1", sample.at - 1, ["colleague", null], data);
  }
  for (const step of sample.steps ?? []) applyStep(step);
  if (stored === null) throw new Error("a sample report must begin with its creation");
  return { sample, id, stored, own: voices.get("own") ?? null };
}
