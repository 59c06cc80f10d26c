import { compare, type Comparison, type LikenessReason, type Rarity } from "./compare";
import { type ReportText, type Traits, traitsOf } from "./traits";

interface Proposal {
  id: string;
  /** Of 0 to 1, how sure the measure is. */
  likelihood: number;
  reasons: LikenessReason[];
}

/** What is known of a key: how many reports have it, and which came last. */
interface Under {
  count: number;
  newest: string[];
}

/** Another report and how it compares. */
interface Near {
  traits: Traits;
  own: Comparison;
}

export interface LikenessIndex {
  /** Adds a report, or puts it in the place of the one with its id. */
  put(report: ReportText): void;
  remove(id: string): void;
  /** Reports that are likely the same as this one, likeliest first; none where the index does not hold it. */
  propose(id: string): Proposal[];
}

/** More than a reviewer reads beside a report. */
const MOST_PROPOSALS = 3;
/** A little above even odds: below, a proposal wastes more time than it saves. */
const THRESHOLD = 0.2;
/** The newest reports under a key that are looked at. */
const MOST_UNDER_KEY = 300;
/** The rarest keys of a report that are looked under; the others are everybody's. */
const MOST_KEYS = 24;
const MOST_CANDIDATES = 60;
/** Candidates whose own neighbours are asked for their opinion. */
const MOST_WITNESSED = 12;
const NEIGHBOUR = Math.log(0.15 / 0.85);
/** How far the opinion of neighbours counts beside that of the pair itself. */
const WITNESS = 1;
const WITNESS_LOG_ODDS = [-4, 3] as const;

/** Reports that a new organisation is imagined to have already, so that rarity means something among the first ten. */
const IMAGINED = { everywhere: 20, onSite: 3 };
const IMAGINED_SHARE = 0.15;

/**
 * Reports, ready to be compared. Which pairs are compared at all is decided by keys that both have: page, element, and
 * concepts and words on their site. One proposal looks at `MOST_UNDER_KEY` ids for each of a report's 24 rarest keys,
 * compares the 60 that share most and, for the best 12, their own 60 as well: some 2,000 comparisons, whatever the index
 * holds. `put` and `remove` take time in the words of the report, memory is linear in all words.
 */
export function createLikenessIndex(): LikenessIndex {
  const held = new Map<string, Traits>();
  const under = new Map<string, Under>();
  const onSite = new Map<string | null, number>();

  const counted: Rarity = {
    concept(concept, origin) {
      const everywhere = rare(count(`c ${concept}`), held.size, IMAGINED.everywhere);
      if (origin === null) return everywhere;
      const here = rare(count(`c ${concept} ${origin}`), onSite.get(origin) ?? 0, IMAGINED.onSite);
      return (everywhere + here) / 2;
    },
    stem: (stem) => rare(count(`s ${stem}`), held.size, IMAGINED.everywhere),
  };

  /** For one proposal, in which the same words are weighed thousands of times. */
  function rarityNow(): Rarity {
    const onSites = new Map<string | null, Map<string, number>>();
    const stems = new Map<string, number>();
    return {
      concept(concept, origin) {
        const known = onSites.get(origin) ?? new Map<string, number>();
        onSites.set(origin, known);
        return once(known, concept, () => counted.concept(concept, origin));
      },
      stem: (stem) => once(stems, stem, () => counted.stem(stem)),
    };
  }

  function count(key: string): number {
    return under.get(key)?.count ?? 0;
  }

  function remove(id: string): void {
    const traits = held.get(id);
    if (!traits) return;
    held.delete(id);
    onSite.set(traits.origin, (onSite.get(traits.origin) ?? 1) - 1);
    for (const key of keysOf(traits)) {
      const at = under.get(key);
      if (!at) continue;
      at.count -= 1;
      if (at.count === 0) under.delete(key);
      else if (at.newest.includes(id)) at.newest = at.newest.filter((other) => other !== id);
    }
  }

  function put(report: ReportText): void {
    remove(report.id);
    const traits = traitsOf(report);
    held.set(report.id, traits);
    onSite.set(traits.origin, (onSite.get(traits.origin) ?? 0) + 1);
    for (const key of keysOf(traits)) {
      const at = under.get(key) ?? { count: 0, newest: [] };
      at.count += 1;
      at.newest.push(report.id);
      // Cut now and then, not each time: an array is cheap to grow and dear to shift.
      if (at.newest.length > 2 * MOST_UNDER_KEY) at.newest = at.newest.slice(-MOST_UNDER_KEY);
      under.set(key, at);
    }
  }

  /** The reports that share the rarest keys with this one. */
  function candidatesOf(traits: Traits): Traits[] {
    const sums = new Map<string, number>();
    const found = wantedKeysOf(traits).flatMap((key) => under.get(key) ?? []);
    for (const at of found.sort((a, b) => a.count - b.count).slice(0, MOST_KEYS)) {
      const weight = rare(at.count, held.size, IMAGINED.everywhere);
      for (const id of at.newest.slice(-MOST_UNDER_KEY)) sums.set(id, (sums.get(id) ?? 0) + weight);
    }
    sums.delete(traits.id);
    return [...sums]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_CANDIDATES)
      .flatMap(([id]) => held.get(id) ?? []);
  }

  /**
   * A near miss is like one member of a group, a true one like most. So the neighbours of both are heard as well,
   * weighted by how near they are.
   */
  function witnessed(
    traits: Traits,
    candidate: Traits,
    own: Comparison,
    ours: readonly Near[],
    rarity: Rarity,
  ): number {
    let weights = 0;
    let sum = 0;
    const hear = (thirds: readonly Near[], other: Traits) => {
      for (const { traits: third, own: near } of thirds) {
        if (third.id === other.id || near.logOdds <= NEIGHBOUR) continue;
        const weight = probability(near.logOdds);
        weights += weight;
        sum += weight * clamp(compare(other, third, rarity).logOdds, ...WITNESS_LOG_ODDS);
      }
    };
    hear(nearOf(candidate, rarity), traits);
    hear(ours, candidate);
    if (weights <= probability(NEIGHBOUR)) return own.logOdds;
    return (own.logOdds + (WITNESS * sum) / weights) / (1 + WITNESS);
  }

  function nearOf(traits: Traits, rarity: Rarity): Near[] {
    return candidatesOf(traits).map((other) => ({ traits: other, own: compare(traits, other, rarity) }));
  }

  return {
    put,
    remove,
    propose(id) {
      const traits = held.get(id);
      if (!traits) return [];
      const rarity = rarityNow();
      const near = nearOf(traits, rarity);
      const likely = near
        .filter(({ own }) => own.reasons.length > 0 && own.logOdds > NEIGHBOUR)
        .sort((a, b) => b.own.logOdds - a.own.logOdds)
        .slice(0, MOST_WITNESSED)
        .map(({ traits: other, own }) => ({ other, own, logOdds: witnessed(traits, other, own, near, rarity) }))
        .filter(({ logOdds }) => logOdds >= THRESHOLD)
        .sort((a, b) => b.logOdds - a.logOdds);
      return bestOf(likely, ({ other }) => other.language === traits.language).map(({ other, own, logOdds }) => ({
        id: other.id,
        likelihood: probability(logOdds),
        reasons: own.reasons,
      }));
    },
  };
}

/** The first few; the last of them is in the report's own language if otherwise none would be: a person judges it at a glance. */
function bestOf<T>(likely: readonly T[], isOwnLanguage: (one: T) => boolean): T[] {
  const best = likely.slice(0, MOST_PROPOSALS);
  const own = best.some(isOwnLanguage) ? undefined : likely.slice(MOST_PROPOSALS).find(isOwnLanguage);
  return own === undefined ? best : [...best.slice(0, -1), own];
}

/** Inverse document frequency, as if `imagined` more reports were there. */
function rare(having: number, all: number, imagined: number): number {
  return Math.log((all + imagined + 1) / (having + 0.5 + imagined * IMAGINED_SHARE));
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function once(known: Map<string, number>, key: string, make: () => number): number {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The keys of others that it can be the same as: on its site, or on none. */
function wantedKeysOf(traits: Traits): string[] {
  const { origin, concepts, troubles } = traits;
  const isWanted = (key: string) => origin === null || !key.startsWith("c ") || key.endsWith(` ${origin}`);
  const onNoSite = origin === null ? [] : [...concepts.keys(), ...troubles.keys()].map((one) => `c ${one} null`);
  return [...keysOf(traits).filter(isWanted), ...onNoSite];
}

function keysOf({ origin, path, element, concepts, troubles, stems }: Traits): string[] {
  const keys = [...concepts.keys(), ...troubles.keys()].flatMap((concept) => [
    `c ${concept}`,
    `c ${concept} ${origin}`,
  ]);
  for (const stem of stems.keys()) keys.push(`s ${stem}`);
  if (path !== null) keys.push(`p ${origin} ${path}`);
  if (element) for (const about of element.about) keys.push(`e ${origin} ${element.role} ${about}`);
  return keys;
}
