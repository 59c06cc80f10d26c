import type { EarshotDatabase } from "@/lib/database/open";
import { createLikenessIndex, type LikenessIndex } from "@/lib/likeness/likeness-index";
import type { Clock } from "@/lib/platform/clock";
import { sha256Hex } from "@/lib/platform/digest";
import type { KnownAnnoyance } from "@/lib/protocol/summary";
import { askHere } from "./ask-here";
import type { KnownHere, KnownItem, KnownPlace } from "./known-item";
import { ofPage, readBy } from "./pick";
import { readKnown } from "./read-known";

/** More than anybody reads before they write; the likely ones are found among all. */
const MOST_HERE = 30;
/** Of a long story the beginning says what it is about. */
const MOST_WORDS = 600;
const TYPED = "typed";

export interface KnownDeps {
  db: EarshotDatabase;
  clock: Clock;
  /** What the person reads, best first. */
  langs: () => readonly string[];
}

/** What is known already, from this computer's copy of the staff-wide files alone: nothing here asks the network. */
export function createKnown({ db, clock, langs }: KnownDeps) {
  /** Of the site that was asked about last, since a person writes in one form at a time. */
  let kept: { key: string; index: LikenessIndex } | null = null;

  function indexOf(all: readonly KnownAnnoyance[], key: string, origin: string | null): LikenessIndex {
    if (kept?.key === key) return kept.index;
    const index = createLikenessIndex();
    for (const item of all) {
      const path = item.path ?? null;
      // In each language: people write in theirs.
      for (const { id, lang, words } of wordings(item)) {
        index.put({ id, words, lang, goal: null, kind: null, origin, path, element: null });
      }
    }
    kept = { key, index };
    return index;
  }

  return {
    /** A fix of this page that the person has not spoken about yet. */
    ask: (place: KnownPlace | null) => askHere(db, place, langs(), clock.now()),

    async here(place: KnownPlace | null): Promise<KnownHere> {
      const { all, reader } = await readKnown(db, langs());
      if (place === null) return { items: [], elsewhere: all.length };
      const hash = sha256Hex(place.origin);
      const items = ofPage(all, hash, place.path).slice(0, MOST_HERE);
      const ofSite = all.filter(({ originHash }) => originHash === hash).length;
      return { items: items.map((item) => readBy(item, reader)), elsewhere: ofSite - items.length };
    },

    /** Those that these words are likely about, likeliest first; three at most. */
    async alike(place: KnownPlace | null, words: string, lang: string): Promise<KnownItem[]> {
      if (!/\S/.test(words)) return [];
      const { all, version, reader } = await readKnown(db, langs());
      const hash = place && sha256Hex(place.origin);
      const candidates = hash === null ? all : all.filter(({ originHash }) => originHash === hash);
      const origin = place?.origin ?? null;
      const index = indexOf(candidates, `${version}\n${hash}`, origin);
      const path = place?.path ?? null;
      const said = words.slice(0, MOST_WORDS);
      index.put({ id: TYPED, words: said, lang, goal: null, kind: null, origin, path, element: null });
      const proposals = index.propose(TYPED);
      index.remove(TYPED);
      const ids = new Set(
        // On the same page alone is where they are anyhow.
        proposals.filter(({ reasons }) => reasons.includes("like-words")).map(({ id }) => id.split("\n")[0]),
      );
      const found = new Map(candidates.map((item) => [item.reportId, item]));
      return [...ids].flatMap((id) => found.get(id ?? "") ?? []).map((item) => readBy(item, reader));
    },
  };
}

function wordings({ reportId, title, text, lang, texts = {} }: KnownAnnoyance) {
  return [{ title, text, lang }, ...Object.entries(texts).map(([tag, said]) => ({ ...said, lang: tag }))].map(
    (said) => ({
      id: `${reportId}\n${said.lang}`,
      lang: said.lang,
      words: [said.title, said.text].filter(Boolean).join(". "),
    }),
  );
}
