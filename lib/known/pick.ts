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

/** A known annoyance in the best of the reader's languages that it is said in, else in the one that it was written in. */
export function readBy(item: KnownAnnoyance, { own, joined, langs }: Reader): KnownItem {
  const { reportId, status, people } = item;
  const lang = langs.map((wanted) => saidIn(item, wanted)).find((found) => found !== null) ?? item.lang;
  const { title, text = null, workaround = null } = (lang === item.lang ? null : item.texts?.[lang]) ?? item;
  const said = joined.get(reportId)?.burden ?? null;
  return { reportId, title, text, workaround, lang, status, people, own: own.has(reportId), joined: said };
}

/** The very language, else another form of it. */
function saidIn({ lang, texts = {} }: KnownAnnoyance, wanted: string): string | null {
  const tags = [lang, ...Object.keys(texts)];
  return tags.find((tag) => tag === wanted) ?? tags.find((tag) => primary(tag) === primary(wanted)) ?? null;
}

function primary(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? "";
}
