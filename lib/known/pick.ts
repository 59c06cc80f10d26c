import type { JoinedRow } from "@/lib/database/known-rows";
import type { KnownAnnoyance } from "@/lib/protocol/summary";
import type { KnownItem } from "./known-item";

/** What is known of the person: which reports are theirs, what they joined, and what they read. */
export interface Reader {
  own: ReadonlySet<string>;
  joined: ReadonlyMap<string, Pick<JoinedRow, "burden">>;
  /** BCP 47, best first. */
  langs: readonly string[];
}

/** Of this page first, then what is about the whole site; in each what most people have, then what is newest. */
export function ofPage(all: readonly KnownAnnoyance[], originHash: string, path: string | null): KnownAnnoyance[] {
  const here = all.filter((item) => item.originHash === originHash && (item.path === undefined || item.path === path));
  return here.toSorted(
    (a, b) =>
      Number(a.path === undefined) - Number(b.path === undefined) ||
      b.people - a.people ||
      (a.updated < b.updated ? 1 : -1),
  );
}

export function readBy(item: KnownAnnoyance, { own, joined, langs }: Reader): KnownItem {
  const { reportId, status, people } = item;
  const said = joined.get(reportId)?.burden ?? null;
  return { reportId, ...saidFor(item, langs), status, people, own: own.has(reportId), joined: said };
}

/** In the best of the reader's languages that it is said in, else in the one that it was written in. */
export function saidFor(
  summary: Pick<KnownAnnoyance, "title" | "text" | "workaround" | "lang" | "texts">,
  langs: readonly string[],
): Pick<KnownItem, "title" | "text" | "workaround" | "lang"> {
  const lang = langs.map((wanted) => saidIn(summary, wanted)).find((found) => found !== null) ?? summary.lang;
  const { title, text = null, workaround = null } = (lang === summary.lang ? null : summary.texts?.[lang]) ?? summary;
  return { title, text, workaround, lang };
}

/** The very language, else another form of it. */
function saidIn({ lang, texts = {} }: Pick<KnownAnnoyance, "lang" | "texts">, wanted: string): string | null {
  const tags = [lang, ...Object.keys(texts)];
  return tags.find((tag) => tag === wanted) ?? tags.find((tag) => primary(tag) === primary(wanted)) ?? null;
}

function primary(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? "";
}
