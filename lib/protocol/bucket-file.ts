import { z } from "zod";
import { LIMITS } from "./limits";
import { type KnownAnnoyance, knownTextSchema, originHashSchema, textsSchema } from "./summary";
import { languageTag } from "./text";
import { STATUSES, type Status } from "./vocabulary";

/** `GET /p/{publicToken}/{bucket}.json`: known annoyances, as every employee's browser gets them. */
export interface BucketFile {
  v: 1;
  /** How many of the origin's hash's first bits name the file. Another number than `/v1/config` says: ask that anew. */
  bits: number;
  items: KnownAnnoyance[];
}

/**
 * How it goes over the wire. Every browser loads it, so it is small: column by column (a name is said once and not a
 * thousand times, and what is alike stands together), ids as bare hex, and nothing that nobody reads: the whole status
 * event only where "Did this help?" may be asked, the last change to the hour. A thousand take half of what they took as
 * rows.
 */
const column = <T extends z.ZodType>(item: T) => z.array(item).max(LIMITS.bucketItems);
const index = z.number().int().nonnegative();
const ID_DIGITS = 32;
/** Enough to see that a status is another one than last time. */
const MARK_DIGITS = 8;
const hex = (digits: number) =>
  z
    .string()
    .regex(new RegExp(`^([0-9a-f]{${digits}})*$`))
    .max(digits * LIMITS.bucketItems);

const wireSchema = z.object({
  v: z.literal(1),
  bits: z.number().int().min(0).max(16),
  /** Hashes of origins, and languages, each named once: `origin` and `lang` are places in these lists. */
  origins: column(originHashSchema),
  langs: column(languageTag),
  /** UUIDs without their hyphens, one behind the other. */
  ids: hex(ID_DIGITS),
  origin: column(index),
  /** null: about the whole site. */
  path: column(z.string().max(512).nullable()),
  title: column(knownTextSchema.shape.title),
  text: column(knownTextSchema.shape.text.unwrap().nullable()),
  workaround: column(knownTextSchema.shape.workaround.unwrap().nullable()),
  lang: column(index),
  /** In the other languages, by place. */
  texts: z.record(z.string().regex(/^\d{1,4}$/), textsSchema),
  /** Places in the list of the protocol's statuses. */
  status: column(index),
  /** As `ids`, only of those that are done or possible, in order; zeros for none. */
  claims: hex(ID_DIGITS),
  /** Of all others the first digits of the status event; zeros for none. */
  marks: hex(MARK_DIGITS),
  people: column(z.number().int()),
  /** Whole hours since 1970. */
  updated: column(index.max(10_000_000)),
});
type Wire = z.infer<typeof wireSchema>;

export const bucketFileSchema = wireSchema.transform((wire, context): BucketFile => {
  const items = unpack(wire);
  if (items !== null) return { v: 1, bits: wire.bits, items };
  context.addIssue({ code: "custom", message: "the columns do not belong together" });
  return z.NEVER;
});

const HOUR_MS = 3_600_000;
/** Behind the digits of a mark, so that it has the form of an id. */
const REST_OF_MARK = "000040008000000000000000";

export function packBucketFile({ bits, items }: BucketFile): z.input<typeof bucketFileSchema> {
  const origins = [...new Set(items.map(({ originHash }) => originHash))];
  const langs = [...new Set(items.map(({ lang }) => lang))];
  const others = items.flatMap(({ texts }, at) => (texts ? [[String(at), texts] as const] : []));
  return {
    v: 1,
    bits,
    origins,
    langs,
    ids: items.map(({ reportId }) => bare(reportId)).join(""),
    origin: items.map(({ originHash }) => origins.indexOf(originHash)),
    path: items.map(({ path }) => path ?? null),
    title: items.map(({ title }) => title),
    text: items.map(({ text }) => text ?? null),
    workaround: items.map(({ workaround }) => workaround ?? null),
    lang: items.map(({ lang }) => langs.indexOf(lang)),
    texts: Object.fromEntries(others),
    status: items.map(({ status }) => STATUSES.indexOf(status)),
    claims: items
      .filter(({ status }) => isClaim(status))
      .map(({ statusEvent }) => digitsOf(statusEvent, ID_DIGITS))
      .join(""),
    marks: items
      .filter(({ status }) => !isClaim(status))
      .map(({ statusEvent }) => digitsOf(statusEvent, MARK_DIGITS))
      .join(""),
    people: items.map(({ people }) => people),
    updated: items.map(({ updated }) => Math.floor(Date.parse(updated) / HOUR_MS)),
  };
}

/** null where the columns are not of one length, or name what is not there. */
function unpack(wire: Wire): KnownAnnoyance[] | null {
  const count = wire.ids.length / ID_DIGITS;
  const { origin, path, title, text, workaround, lang, status, people, updated } = wire;
  const columns = [origin, path, title, text, workaround, lang, status, people, updated];
  if (columns.some(({ length }) => length !== count)) return null;
  const items: KnownAnnoyance[] = [];
  const others = { claims: 0, marks: 0 };
  for (let at = 0; at < count; at += 1) {
    const is = STATUSES[status[at] ?? -1];
    const originHash = wire.origins[origin[at] ?? -1];
    const language = wire.langs[lang[at] ?? -1];
    const said = title[at];
    if (is === undefined || originHash === undefined || language === undefined || said === undefined) return null;
    const statusEvent = isClaim(is) ? idAt(wire.claims, others.claims++) : markAt(wire.marks, others.marks++);
    const [page, more, until, texts] = [path[at] ?? null, text[at] ?? null, workaround[at] ?? null, wire.texts[at]];
    items.push({
      reportId: idAt(wire.ids, at) ?? "",
      originHash,
      ...(page !== null && { path: page }),
      title: said,
      ...(more !== null && { text: more }),
      ...(until !== null && { workaround: until }),
      lang: language,
      ...(texts && { texts }),
      status: is,
      statusEvent,
      people: people[at] ?? 0,
      updated: new Date((updated[at] ?? 0) * HOUR_MS).toISOString(),
    });
  }
  const isWhole = wire.claims.length === others.claims * ID_DIGITS && wire.marks.length === others.marks * MARK_DIGITS;
  return isWhole ? items : null;
}

function isClaim(status: Status): boolean {
  return status === "done" || status === "possible";
}

function bare(uuid: string): string {
  return uuid.replaceAll("-", "").toLowerCase();
}

function digitsOf(event: string | null, digits: number): string {
  return event === null ? "0".repeat(digits) : bare(event).slice(0, digits);
}

function idAt(ids: string, at: number): string | null {
  return uuidOf(ids.slice(at * ID_DIGITS, (at + 1) * ID_DIGITS));
}

function markAt(marks: string, at: number): string | null {
  const mark = marks.slice(at * MARK_DIGITS, (at + 1) * MARK_DIGITS);
  return /^0*$/.test(mark) ? null : uuidOf(mark + REST_OF_MARK);
}

function uuidOf(id: string): string | null {
  if (/^0*$/.test(id)) return null;
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join("-");
}
