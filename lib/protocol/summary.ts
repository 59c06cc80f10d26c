import { z } from "zod";
import { LIMITS } from "./limits";
import { filledText, languageTag } from "./text";
import type { Status } from "./vocabulary";

const title = filledText(LIMITS.summaryTitle);
const text = filledText(LIMITS.summaryText).optional();

/** A known annoyance in one language: what it is about, more of it, and how to do without meanwhile. IT's words only. */
export const knownTextSchema = z.object({ title, text, workaround: text });

/** The other languages that it is said in, by language tag. */
export const textsSchema = z
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

/** sha256 of an origin, in hex. */
export const originHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** One known annoyance as every employee's browser has it; how it gets there is `bucket-file.ts`. */
export type KnownAnnoyance = z.infer<typeof shownSummarySchema> & {
  reportId: string;
  originHash: string;
  /** With its ids replaced; missing where it is about the whole site. */
  path?: string;
  status: Status;
  /** The status event. Whole where "Did this help?" asks about it, else good only to tell it from another one. */
  statusEvent: string | null;
  /** Those of the reports joined to it too. */
  people: number;
  /** The hour in which IT last said something of it: published it, or set its status. Never when somebody joined. */
  updated: string;
};

/**
 * The name of the file that an origin's annoyances stand in: the first `bits` bits of its hash, as hex digits from the
 * left; `all` for no bits.
 */
export function bucketOf(originHash: string, bits: number): string {
  if (bits === 0) return "all";
  const first = Number.parseInt(originHash.slice(0, 4), 16) >> (16 - bits);
  return first.toString(16).padStart(Math.ceil(bits / 4), "0");
}
