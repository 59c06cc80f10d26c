import { z } from "zod";
import { burdenSchema, minutesNowSchema } from "./burden";
import { contextSchema } from "./context";
import { attachmentSchema, externalRefSchema } from "./event";
import { seqSchema } from "./receipt";
import { shownSummarySchema, summarySchema } from "./summary";
import { ANSWERS, KINDS, LATER_CHECKS, STATUSES } from "./vocabulary";

/** Who is behind an entry. `reporter` is the person who filed the report, `colleague` someone who said me too. */
const ACTOR_KINDS = ["reporter", "colleague", "reviewer", "admin", "system"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

const bySchema = z.object({ kind: z.enum(ACTOR_KINDS), name: z.string().nullable() });

const timelineEntrySchema = z.object({
  id: z.uuid(),
  /** null only in a client's own overlay: not yet acknowledged. */
  seq: seqSchema.nullable(),
  type: z.enum(["report.created", "comment.added", "status.set", "helped.answered"]),
  by: bySchema,
  at: z.iso.datetime(),
  /** false for a status that lost to another reviewer's (superseded). */
  applied: z.boolean(),
  visibility: z.enum(["thread", "internal"]),
  text: z.string().nullable(),
  lang: z.string().optional(),
  status: z.enum(STATUSES).optional(),
  answer: z.enum(ANSWERS).optional(),
  /** Of an answer: which time it was asked for. Missing for the first time. */
  check: z.enum(LATER_CHECKS).optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** Sums over the answers to the newest `done` or `possible` (`forEvent`). */
const helpedSchema = z.object({
  forEvent: z.uuid().nullable(),
  yes: z.number().int(),
  partly: z.number().int(),
  no: z.number().int(),
  /** Hours a week, over `yes` and over `partly` with minutes named, where the burden is known. */
  hoursGivenBack: z.number(),
  /** Those of `yes` and `partly` whose hours cannot be counted. */
  givenBackUnknown: z.number().int(),
});

/** `stored` is the collector's word: it has the bytes. */
const storedAttachmentSchema = attachmentSchema.extend({ stored: z.boolean() });
export type StoredAttachment = z.infer<typeof storedAttachmentSchema>;

export const ATTENTIONS = ["not-helped", "reply", "me-too", "slow-again", "look-again"] as const;

/** A report as reviewers see it: the fold of its events. Sums run over all voices that are on. */
export const reportDocSchema = z.object({
  v: z.literal(1),
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  identity: z.enum(["anon", "claimed"]),
  reporter: z.object({ name: z.string(), email: z.string().optional() }).nullable(),
  words: z.string(),
  lang: z.string(),
  goal: z.string().nullable(),
  kind: z.enum(KINDS).nullable(),
  /** The reporter's own. */
  burden: burdenSchema,
  /** Sum of the known burdens; null where none is known. */
  hoursAWeek: z.number().nullable(),
  /** How many people did not say. */
  hoursUnknown: z.number().int(),
  people: z.number().int(),
  /** How many of them cannot do their work. */
  blocked: z.number().int(),
  context: contextSchema.nullable(),
  /** Missing from collectors that know no pictures. */
  attachments: z.array(storedAttachmentSchema).default([]),
  status: z.enum(STATUSES),
  statusEvent: z.uuid().nullable(),
  statusBy: z.string().nullable(),
  statusAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
  noteLang: z.string().nullable(),
  /** Of a kind no: the day on which IT looks again. Missing where it named none. */
  lookAgain: z.iso.date().optional(),
  attention: z.enum(ATTENTIONS).nullable(),
  helped: helpedSchema,
  timeline: z.array(timelineEntrySchema),
  /** true where older entries were cut from the timeline. */
  earlier: z.boolean().optional(),
  /** How IT deals with it; never shown to the reporter. Missing where nobody has said anything yet. */
  triage: z
    .object({
      assignee: z.string().nullable(),
      labels: z.array(z.string()),
      externalRefs: z.array(externalRefSchema),
    })
    .optional(),
  /** What is published of it for everybody. Missing where nothing is. */
  summary: summarySchema.optional(),
  /** The report that this one is the same as. Missing from collectors that know no links. */
  canonical: z.uuid().nullable().optional(),
  /** The reports that are the same as this one, by what IT said. */
  children: z.array(z.uuid()).optional(),
});
export type ReportDoc = z.infer<typeof reportDocSchema>;

export const changeItemSchema = z.union([
  z.object({ id: z.uuid(), rev: seqSchema, erased: z.literal(true) }),
  z.object({ id: z.uuid(), rev: seqSchema, doc: reportDocSchema }),
]);
export type ChangeItem = z.infer<typeof changeItemSchema>;

/** `GET /v1/changes`: reports changed since a cursor, each once, at its newest revision. */
export const changesPageSchema = z.object({
  epoch: z.uuid(),
  next: z.string().max(200),
  more: z.boolean(),
  items: z.array(changeItemSchema),
});
export type ChangesPage = z.infer<typeof changesPageSchema>;

/** `GET /v1/threads/{id}`: what the reporter may see of their own report. */
export const threadDocSchema = z.object({
  v: z.literal(1),
  id: z.uuid(),
  rev: seqSchema,
  createdAt: z.iso.datetime(),
  status: z.enum(STATUSES),
  statusEvent: z.uuid().nullable(),
  statusBy: z.string().nullable(),
  statusAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
  noteLang: z.string().nullable(),
  /** Of a kind no: the day on which IT looks again. Missing where it named none. */
  lookAgain: z.iso.date().optional(),
  /** The report that this one was linked into, so that a me too there can be taken back. */
  canonical: z.uuid().nullable(),
  /** What IT says of it to everybody. Missing where nothing is published. */
  summary: shownSummarySchema.optional(),
  people: z.number().int(),
  helped: z.object({ yes: z.number().int(), partly: z.number().int(), no: z.number().int() }),
  /** The reporter's own voice. */
  mine: z.object({
    burden: burdenSchema,
    answer: z.enum(ANSWERS).nullable(),
    minutesNow: minutesNowSchema.nullable(),
    forEvent: z.uuid().nullable(),
  }),
  /** Entries that the reporter may see, oldest first. */
  timeline: z.array(timelineEntrySchema),
});
export type ThreadDoc = z.infer<typeof threadDocSchema>;
