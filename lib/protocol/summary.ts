import { z } from "zod";
import { LIMITS } from "./limits";
import { filledText, languageTag } from "./text";
import { STATUSES } from "./vocabulary";

const title = filledText(LIMITS.summaryTitle);
const text = filledText(LIMITS.summaryText).optional();

/** A known annoyance in one language: what it is about, more of it, and how to do without meanwhile. IT's words only. */
const knownTextSchema = z.object({ title, text, workaround: text });

/** The other languages that it is said in, by language tag. */
const textsSchema = z
  .record(languageTag, knownTextSchema)
  .refine((texts) => Object.keys(texts).length <= LIMITS.summaryLanguages, { message: "too many languages" });

/** Whether all of the site's pages have it, or the report's own page. A report without a path is about its site. */
const KNOWN_PLACES = ["page", "site"] as const;

/** `summary.published`: a title of null takes it away again. */
export const summaryPublishedData = z.looseObject({
  title: title.nullable(),
  text,
  workaround: text,
  lang: languageTag,
  texts: textsSchema.optional(),
  place: z.enum(KNOWN_PLACES).optional(),
});

/** What is published of a report, in its document. */
export const summarySchema = knownTextSchema.extend({
  lang: languageTag,
  texts: textsSchema.optional(),
  place: z.enum(KNOWN_PLACES),
  /** Who published it last, and when. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type Summary = z.infer<typeof summarySchema>;

/** What the person who reported it may see of that. */
export const shownSummarySchema = summarySchema.omit({ by: true, at: true, place: true });

/** One known annoyance as every employee's browser gets it. */
const knownAnnoyanceSchema = shownSummarySchema.extend({
  reportId: z.uuid(),
  /** sha256 of the origin, in hex. */
  originHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** With its ids replaced; missing where it is about the whole site. */
  path: z.string().max(512).optional(),
  status: z.enum(STATUSES),
  /** The status event that "Did this help?" asks about. */
  statusEvent: z.uuid().nullable(),
  /** Those of the reports joined to it too. */
  people: z.number().int(),
  /** When IT last said something of it: published it, or set its status. Never when somebody joined. */
  updated: z.iso.datetime(),
});
export type KnownAnnoyance = z.infer<typeof knownAnnoyanceSchema>;

/** `GET /p/{publicToken}/{bucket}.json`. */
export const bucketFileSchema = z.object({
  v: z.literal(1),
  /** How many of the origin's hash's first bits name the file. Another number than `/v1/config` says: ask that anew. */
  bits: z.number().int().min(0).max(16),
  items: z.array(knownAnnoyanceSchema).max(LIMITS.bucketItems),
});
export type BucketFile = z.infer<typeof bucketFileSchema>;

/**
 * The name of the file that an origin's annoyances stand in: the first `bits` bits of its hash, as hex digits from the
 * left; `all` for no bits.
 */
export function bucketOf(originHash: string, bits: number): string {
  if (bits === 0) return "all";
  const first = Number.parseInt(originHash.slice(0, 4), 16) >> (16 - bits);
  return first.toString(16).padStart(Math.ceil(bits / 4), "0");
}
