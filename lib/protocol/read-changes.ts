import { z } from "zod";
import { type ChangeItem, changesPageSchema, changeItemSchema, type ChangesPage, reportDocSchema } from "./documents";

/** From the deepest part of a document (`context.element.quote.exact`) to the document itself. */
const ROUNDS = 6;

/**
 * What stands for a word that only newer versions know. Each says no more than is sure: that somebody of IT has dealt
 * with it, that it is something else, that it wants another look.
 */
const STAND_INS: Record<string, string> = { status: "heard", kind: "other", attention: "look-again" };

const looseItem = z.looseObject({ ...changeItemSchema.options[1].shape, doc: z.unknown() });
const loosePage = changesPageSchema.extend({ items: z.array(z.union([changeItemSchema.options[0], looseItem])) });

export interface ReadChanges extends ChangesPage {
  /** Ids of documents that a newer version wrote, and of which some was left out. */
  partly: string[];
  /** Ids of documents that cannot be read at all; they are not among the items. */
  skipped: string[];
}

/**
 * A page of changes, of a collector of any later version too: one document that we cannot read must not keep all the
 * others from the reviewer. Null for what is no page.
 */
export function readChanges(json: unknown): ReadChanges | null {
  const page = loosePage.safeParse(json);
  if (!page.success) return null;
  const read: ReadChanges = { ...page.data, items: [], partly: [], skipped: [] };
  for (const item of page.data.items) {
    const whole = changeItemSchema.safeParse(item);
    if (whole.success) read.items.push(whole.data);
    else {
      const rest = "erased" in item ? null : asFarAsKnown(item);
      if (rest) read.items.push(rest);
      (rest ? read.partly : read.skipped).push(item.id);
    }
  }
  return read;
}

/** The document without what we do not know; null where the rest says too little. */
function asFarAsKnown(item: { id: string; rev: string; doc?: unknown }): ChangeItem | null {
  const doc: unknown = structuredClone(item.doc);
  if (!isObject(doc)) return null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const parsed = reportDocSchema.safeParse(doc);
    if (parsed.success) return { id: item.id, rev: item.rev, doc: parsed.data };
    const gone = new Map<unknown[], Set<number>>();
    // First what is wrong itself, and then what cannot be without it.
    for (const { path } of parsed.error.issues) {
      const part = partOf(doc, round === 0 ? path : path.slice(0, -1));
      if (part === null) return null;
      const { holder, key } = part;
      if (Array.isArray(holder)) gone.set(holder, (gone.get(holder) ?? new Set()).add(Number(key)));
      else if (holder === doc && typeof holder[key] === "string" && STAND_INS[key]) holder[key] = STAND_INS[key];
      else delete holder[key];
    }
    for (const [list, places] of gone) {
      const kept = list.filter((_, at) => !places.has(at));
      list.splice(0, list.length, ...kept);
    }
  }
  return null;
}

/** Where a part of the document is held; null for the document itself, and for what is in nothing. */
function partOf(doc: Record<string, unknown>, path: readonly PropertyKey[]) {
  const [key, ...way] = path.map(String).toReversed();
  if (key === undefined) return null;
  let holder: unknown = doc;
  for (const step of way.toReversed()) holder = isObject(holder) ? holder[step] : null;
  return isObject(holder) ? { holder, key } : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
