import { z } from "zod";
import { LIMITS } from "./limits";
import { THRESHOLD } from "./threshold";
import { filledText, languageTag } from "./text";

/** A figure stands for so many people, or for nobody: of fewer it would tell who they are. */
const people = z
  .int()
  .min(0)
  .refine((count) => count === 0 || count >= THRESHOLD, { message: "too few people to be told of" });
const count = z.int().min(0);
const hours = z.number().min(0);
const site = filledText(LIMITS.name);
const title = filledText(LIMITS.summaryTitle);
const text = filledText(LIMITS.summaryText).optional();

/** What a month's figures are about; how each is counted stands in docs/protocol.md. */
const FIGURES = ["told", "given", "unconfirmed", "lost", "declined", "coverage", "wishes"] as const;

const figureBlock = z.looseObject({
  block: z.literal("figure"),
  name: z.enum(FIGURES),
  people,
  /** A week; missing where nobody has said how much. */
  hours: hours.optional(),
  /** Of `people`, those who did not say how much. */
  unknown: count.optional(),
  /** Of how many people `people` is a part. */
  of: people.optional(),
  annoyances: count.optional(),
});

/** The same in other languages, by their tags. */
const textsOf = <T extends z.ZodRawShape>(shape: T) =>
  z
    .record(languageTag, z.object(shape))
    .refine((texts) => Object.keys(texts).length <= LIMITS.summaryLanguages, { message: "too many languages" })
    .optional();

/** What IT did: put right, or shown how. `title` is IT's, never the reporter's words. */
const fixBlock = z.looseObject({
  block: z.literal("fix"),
  status: z.enum(["done", "possible"]),
  title,
  text,
  lang: languageTag,
  texts: textsOf({ title, text }),
  site: site.optional(),
  /** What its people say of it; missing where too few have said anything. */
  helped: z.object({ yes: count, partly: count, no: count }).optional(),
  /** A week, given back. */
  hours: hours.optional(),
});

/** What IT said no to, and why. */
const noBlock = z.looseObject({
  block: z.literal("no"),
  title,
  reason: filledText(LIMITS.note),
  workaround: text,
  lang: languageTag,
  texts: textsOf({ title, workaround: text }),
  site: site.optional(),
  people: people.optional(),
  /** A week, which it keeps costing. */
  hours: hours.optional(),
  lookAgain: z.iso.date().optional(),
});

/** IT's own words about the month. */
const wordsBlock = z.looseObject({ block: z.literal("words"), text: filledText(LIMITS.comment), lang: languageTag });

const KNOWN_BLOCKS = ["figure", "fix", "no", "words"];

/** From a later version: kept as it is, and passed over by whoever does not know it. */
const laterBlock = z.looseObject({
  block: z
    .string()
    .max(40)
    .refine((name) => !KNOWN_BLOCKS.includes(name)),
});

const blockSchema = z.union([figureBlock, fixBlock, noBlock, wordsBlock, laterBlock]);
export type DigestBlock = z.infer<typeof figureBlock | typeof fixBlock | typeof noBlock | typeof wordsBlock>;
export type FigureBlock = z.infer<typeof figureBlock>;
export type FixBlock = z.infer<typeof fixBlock>;
export type NoBlock = z.infer<typeof noBlock>;

/** `2026-10`. */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** `digest.published`: a month for everybody; the last one of a month stands, blocks of null take it away. */
export const digestPublishedData = z.looseObject({
  month,
  lang: languageTag,
  blocks: z.array(blockSchema).min(1).max(LIMITS.digestBlocks).nullable(),
});

const publishedMonthSchema = z.object({
  month,
  lang: languageTag,
  /** When it was published. */
  at: z.iso.datetime(),
  blocks: z.array(blockSchema),
});
export type PublishedMonth = z.infer<typeof publishedMonthSchema>;

/** A figure, or `few`: it stands for fewer people than may be told of. */
const guarded = <T extends z.ZodType>(schema: T) => z.union([schema, z.literal("few")]);

/** How well people are heard, over the last 12 months; of the team, never of a person. */
const listeningSchema = z.object({
  /** Milliseconds until the first word of somebody of IT; half of the people waited less. null: nobody heard one. */
  firstWordMs: guarded(z.number().nullable()),
  answered: guarded(z.object({ count, of: count })),
  helped: guarded(z.object({ yes: count, partly: count, no: count, of: count })),
  /** The day of the oldest report that nobody has read; null: there is none. */
  oldestUnheard: z.iso.date().nullable(),
  /** When this was counted. */
  at: z.iso.datetime(),
});
export type ListeningScore = z.infer<typeof listeningSchema>;

/** `GET /p/{publicToken}/news.json`. */
export const newsFileSchema = z.object({
  v: z.literal(1),
  /** The newest first, each once. */
  months: z.array(publishedMonthSchema).max(LIMITS.newsMonths),
  /** Missing from collectors that do not count it. */
  listening: listeningSchema.optional(),
});
export type NewsFile = z.infer<typeof newsFileSchema>;
