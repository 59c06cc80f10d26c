import { z } from "zod";
import { burdenSchema, minutesNowSchema } from "./burden";
import { contextSchema } from "./context";
import { digestPublishedData } from "./digest";
import { LIMITS } from "./limits";
import { statusNeedsNote } from "./owed-words";
import { summaryPublishedData } from "./summary";
import { filledText, languageTag, plainText } from "./text";
import { ANSWERS, CHECKS, KINDS, STATUSES } from "./vocabulary";

export type { Check, HelpedAnswer, Kind, Status } from "./vocabulary";

/** Why a report was erased. */
const ERASED_REASONS = ["request", "retention", "abuse", "token-revoked"] as const;
export type ErasedReason = (typeof ERASED_REASONS)[number];

const uuid = z.uuid();
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
/** First 16 bytes of HMAC-SHA256(install secret, "metoo:" + report id), base64url: one voice a report. */
const tag = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** A picture that belongs to a report; its bytes come by themselves, when the receipt asks for them. */
export const attachmentSchema = z.object({
  sha256: hex64,
  size: z.number().int().positive().max(LIMITS.blobBytes),
  type: z.enum(["image/webp", "image/jpeg", "image/png"]),
  w: z.number().int().positive().max(10_000).optional(),
  h: z.number().int().positive().max(10_000).optional(),
});

const reportCreatedData = z
  .looseObject({
    words: plainText(LIMITS.words),
    lang: languageTag,
    goal: plainText(LIMITS.goal).optional(),
    kind: z.enum(KINDS).optional(),
    burden: burdenSchema.optional(),
    context: contextSchema.nullable(),
    replyHash: hex64,
    ownTag: tag,
    identity: z.enum(["anon", "claimed"]),
    reporter: z.object({ name: filledText(LIMITS.name), email: z.email().max(254).optional() }).optional(),
    attachments: z.array(attachmentSchema).max(3).optional(),
  })
  .refine((d) => /\S/.test(d.words) || d.kind !== undefined, {
    path: ["words"],
    message: "words or a kind are needed",
  })
  .refine((d) => (d.identity === "claimed") === (d.reporter !== undefined), {
    path: ["reporter"],
    message: "a name goes with a claimed report, and only with that",
  })
  .refine((d) => d.identity !== "anon" || (!d.context?.title && !d.context?.exactPath), {
    path: ["context"],
    message: "an anonymous report carries no title and no exact address",
  });

const burdenSetData = z.looseObject({ burden: burdenSchema });

const commentAddedData = z.looseObject({
  text: filledText(LIMITS.comment),
  lang: languageTag,
  visibility: z.enum(["thread", "internal"]),
  inReplyTo: uuid.optional(),
});

const statusSetData = z
  .looseObject({
    status: z.enum(STATUSES),
    basedOn: uuid.nullable(),
    note: filledText(LIMITS.note).optional(),
    lang: languageTag.optional(),
    lookAgain: z.iso.date().optional(),
  })
  .refine((d) => !statusNeedsNote(d.status) || d.note !== undefined, {
    path: ["note"],
    message: "this status needs words for the person",
  });

const reportLinkedData = z.looseObject({
  /** The report that this one is the same as; null where it is not, after all. */
  into: uuid.nullable(),
});

/** What another system calls the same thing. */
export const externalRefSchema = z.object({
  system: filledText(LIMITS.label),
  key: filledText(LIMITS.refKey),
  url: z.url({ protocol: /^https?$/ }).max(LIMITS.refUrl),
});

/** Each field that is there takes the place of what was there; labels and references as a whole. */
export const triageSchema = z.object({
  /** The name of the reviewer who looks after it; null for nobody. */
  assignee: filledText(LIMITS.name).nullable().optional(),
  labels: z.array(filledText(LIMITS.label)).max(LIMITS.labels).optional(),
  externalRefs: z.array(externalRefSchema).max(LIMITS.refs).optional(),
});

const triageSetData = triageSchema.loose();

const metooSetData = z.looseObject({ tag, on: z.boolean(), burden: burdenSchema.optional() });

const helpedAnsweredData = z.looseObject({
  answer: z.enum(ANSWERS),
  forEvent: uuid,
  minutesNow: minutesNowSchema.optional(),
  text: plainText(LIMITS.thanks).optional(),
  check: z.enum(CHECKS).optional(),
  tag: tag.optional(),
});

/** Only the collector writes it. */
const reportErasedData = z.looseObject({ reason: z.enum(ERASED_REASONS) });

/** Event types with what their `data` must look like. A type that is not here is stored and ignored by the fold. */
export const EVENT_DATA = {
  "org.earshot.report.created.v1": reportCreatedData,
  "org.earshot.burden.set.v1": burdenSetData,
  "org.earshot.comment.added.v1": commentAddedData,
  "org.earshot.status.set.v1": statusSetData,
  "org.earshot.triage.set.v1": triageSetData,
  "org.earshot.report.linked.v1": reportLinkedData,
  "org.earshot.metoo.set.v1": metooSetData,
  "org.earshot.helped.answered.v1": helpedAnsweredData,
  "org.earshot.summary.published.v1": summaryPublishedData,
  "org.earshot.digest.published.v1": digestPublishedData,
  "org.earshot.report.erased.v1": reportErasedData,
} as const;

export type EventType = keyof typeof EVENT_DATA;
export type EventData<T extends EventType> = z.infer<(typeof EVENT_DATA)[T]>;

function isKnownType(type: string): type is EventType {
  return Object.hasOwn(EVENT_DATA, type);
}

export const ANONYMOUS_SOURCE = "urn:earshot:anon";

/** A CloudEvents 1.0 envelope in JSON; `subject` and `partitionkey` are the report's id, `time` is RFC 3339 in UTC. */
export const envelopeSchema = z.object({
  specversion: z.literal("1.0"),
  id: uuid,
  source: z.string().regex(/^urn:earshot:(install:[0-9a-f-]{36}|anon|reviewer|collector)$/),
  type: z
    .string()
    .max(120)
    .regex(/^[a-z0-9.-]+\.v\d+$/),
  subject: uuid,
  time: z.iso.datetime(),
  datacontenttype: z.literal("application/json").optional(),
  partitionkey: uuid.optional(),
  data: z.record(z.string(), z.unknown()),
});

export type Envelope = z.infer<typeof envelopeSchema>;

/** An event whose type we know and whose data has been parsed. */
export type KnownEvent = {
  [T in EventType]: Omit<Envelope, "type" | "data"> & { type: T; data: EventData<T> };
}[EventType];

/** An event of a type from the future: kept as it is. */
type UnknownEvent = Envelope & { unknown: true };

export type EarshotEvent = KnownEvent | UnknownEvent;

export type ParsedEvent =
  | { ok: true; event: EarshotEvent }
  /** `detail` names the first thing that is wrong; `pointer` is its JSON pointer in the event. */
  | { ok: false; detail: string; pointer: string };

/**
 * Parses one event as it came over the wire: envelope, then the data of its type, cleaned by `cleanText`.
 * Keys that could reach an object's prototype are refused.
 */
export function parseEvent(raw: unknown): ParsedEvent {
  const forbidden = findForbidden(raw, "", 0);
  if (forbidden !== null) return { ok: false, ...forbidden };
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return wrong(envelope.error, "");
  const { type } = envelope.data;
  if (!isKnownType(type)) return { ok: true, event: { ...envelope.data, unknown: true } };
  const data = EVENT_DATA[type].safeParse(envelope.data.data);
  if (!data.success) return wrong(data.error, "/data");
  // The schema that `type` names has just parsed `data`: together they are one of KnownEvent's members.
  return { ok: true, event: { ...envelope.data, type, data: data.data } as KnownEvent };
}

function wrong(error: z.ZodError, prefix: string): ParsedEvent {
  const issue = error.issues[0];
  const pointer = prefix + (issue?.path ?? []).map((part) => `/${String(part)}`).join("");
  return { ok: false, detail: issue?.message ?? "not valid", pointer };
}

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** The protocol's own data is 5 deep; far deeper nesting only serves to exhaust the stack of whoever walks it. */
const MAX_DEPTH = 20;

function findForbidden(value: unknown, at: string, depth: number): { detail: string; pointer: string } | null {
  if (typeof value !== "object" || value === null) return null;
  if (depth > MAX_DEPTH) return { detail: "nested too deeply", pointer: at };
  for (const [key, child] of Object.entries(value)) {
    const here = `${at}/${key}`;
    if (FORBIDDEN_KEYS.has(key)) return { detail: "a key of this name is not allowed", pointer: here };
    const below = findForbidden(child, here, depth + 1);
    if (below !== null) return below;
  }
  return null;
}
