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
 * thousand times, and what is alike stands together), ids as bare hex, and nothing that nobody reads: the status event
 * only where "Did this help?" may be asked, the last change to the hour. A thousand take half of what they took as rows.
 */
const column = <T extends z.ZodType>(item: T) => z.array(item).max(LIMITS.bucketItems);
const index = z.number().int().nonnegative();
const hex = z
  .string()
  .regex(/^([0-9a-f]{32})*$/)
  .max(32 * LIMITS.bucketItems);

const wireSchema = z.object({
  v: z.literal(1),
  bits: z.number().int().min(0).max(16),
  /** Hashes of origins, and languages, each named once: `origin` and `lang` are places in these lists. */
  origins: column(originHashSchema),
  langs: column(languageTag),
  /** UUIDs without their hyphens, one behind the other. */
  ids: hex,
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
  claims: hex,
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
const NO_EVENT = "0".repeat(32);

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
      .map(({ statusEvent }) => (statusEvent === null ? NO_EVENT : bare(statusEvent)))
      .join(""),
    people: items.map(({ people }) => people),
    updated: items.map(({ updated }) => Math.floor(Date.parse(updated) / HOUR_MS)),
  };
}

/** null where the columns are not of one length, or name what is not there. */
function unpack(wire: Wire): KnownAnnoyance[] | null {
  const count = wire.ids.length / 32;
  const { origin, path, title, text, workaround, lang, status, people, updated } = wire;
  const columns = [origin, path, title, text, workaround, lang, status, people, updated];
  if (columns.some(({ length }) => length !== count)) return null;
  const items: KnownAnnoyance[] = [];
  let claims = 0;
  for (let at = 0; at < count; at += 1) {
    const is = STATUSES[status[at] ?? -1];
    const originHash = wire.origins[origin[at] ?? -1];
    const language = wire.langs[lang[at] ?? -1];
    const said = title[at];
    if (is === undefined || originHash === undefined || language === undefined || said === undefined) return null;
    const statusEvent = isClaim(is) ? uuidAt(wire.claims, claims++) : null;
    const [page, more, until, texts] = [path[at] ?? null, text[at] ?? null, workaround[at] ?? null, wire.texts[at]];
    items.push({
      reportId: uuidAt(wire.ids, at) ?? "",
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
  return wire.claims.length === claims * 32 ? items : null;
}

function isClaim(status: Status): boolean {
  return status === "done" || status === "possible";
}

function bare(uuid: string): string {
  return uuid.replaceAll("-", "").toLowerCase();
}

function uuidAt(ids: string, at: number): string | null {
  const id = ids.slice(at * 32, at * 32 + 32);
  if (id === NO_EVENT || id === "") return null;
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join("-");
}
