import type { Traits } from "./traits";
import { cosine, shared } from "./weights";

/** Why two reports seem to be one annoyance; each is something that a person can check at a glance. */
export type LikenessReason = "same-element" | "same-page" | "like-words";

export interface Comparison {
  /** Log odds that one fix mends both: 0 is as likely as not. */
  logOdds: number;
  /** Strongest first; empty where nothing can be named, and then the two are no proposal. */
  reasons: LikenessReason[];
}

/** How much a term counts, by how rare it is among the reports at hand, on `origin` and everywhere. */
export interface Rarity {
  concept(concept: string, origin: string | null): number;
  stem(stem: string): number;
}

/**
 * Weights of a logistic score. Fitted on the seen half and the training groups of tests/labelled with half of the
 * concepts taken out of each report at random, because concepts fit the texts of those who list them far better than
 * other people's. See docs/decisions/0057.
 */
const WEIGHT = {
  always: -8.5,
  sameSite: 4.8,
  /** One of the two names no site: neither for nor against. */
  anySite: 2.4,
  samePage: 1.8,
  sameArea: 1.5,
  noPage: 1.8,
  sameElement: 2.7,
  otherElement: -1.6,
  sharedConcepts: 0.7,
  troubles: 0.9,
  sharedTroubles: 1.2,
  /** Nothing is known of what goes wrong: better than that it is something else. */
  noTroubles: 0.65,
  stems: 2.5,
  sameLanguage: 0.4,
  sameKind: 1,
  otherKind: -0.65,
} as const;

/** Beyond this, more shared concepts make a pair of long stories no likelier. */
const MOST_SHARED = 6;
/** From here on a person would call the words alike. */
const LIKE_CONCEPTS = 0.2;
const LIKE_STEMS = 0.15;

/** The same words on another tool are another annoyance, however alike. */
const OTHER_SITE: Comparison = { logOdds: Number.NEGATIVE_INFINITY, reasons: [] };

/** Symmetric. Takes time in the number of different words of the two. */
export function compare(a: Traits, b: Traits, rarity: Rarity): Comparison {
  const site = siteOf(a, b);
  if (site === "other") return OTHER_SITE;
  const page = site === "same" ? pageOf(a, b) : "other";
  const element = site === "same" ? elementOf(a, b) : null;
  const rarityOf = (concept: string) => rarity.concept(concept, site === "same" ? a.origin : null);
  const concepts = cosine(a.concepts, b.concepts, rarityOf);
  const troubles = cosine(a.troubles, b.troubles, rarityOf);
  const sameLanguage = a.language === b.language;
  const stems = sameLanguage ? cosine(a.stems, b.stems, (stem) => rarity.stem(stem)) : 0;

  let logOdds: number = WEIGHT.always;
  if (site === "same") logOdds += WEIGHT.sameSite;
  if (site === "unknown") logOdds += WEIGHT.anySite;
  if (page === "same") logOdds += WEIGHT.samePage;
  if (page === "area") logOdds += WEIGHT.sameArea;
  if (page === "unknown") logOdds += WEIGHT.noPage;
  if (element === "same") logOdds += WEIGHT.sameElement;
  if (element === "other") logOdds += WEIGHT.otherElement;
  if (sameLanguage) logOdds += WEIGHT.sameLanguage;
  if (a.kind !== null && b.kind !== null) logOdds += a.kind === b.kind ? WEIGHT.sameKind : WEIGHT.otherKind;
  logOdds += WEIGHT.stems * stems + WEIGHT.troubles * troubles;
  logOdds += WEIGHT.sharedConcepts * Math.min(MOST_SHARED, shared(a.concepts, b.concepts, rarityOf));
  logOdds += WEIGHT.sharedTroubles * Math.min(MOST_SHARED, shared(a.troubles, b.troubles, rarityOf));
  if (a.troubles.size === 0 || b.troubles.size === 0) logOdds += WEIGHT.noTroubles;

  const reasons: LikenessReason[] = [];
  if (element === "same") reasons.push("same-element");
  if (concepts >= LIKE_CONCEPTS || troubles >= LIKE_CONCEPTS || stems >= LIKE_STEMS) reasons.push("like-words");
  if (page === "same") reasons.push("same-page");
  return { logOdds, reasons };
}

function siteOf(a: Traits, b: Traits): "same" | "other" | "unknown" {
  if (a.origin === null || b.origin === null) return "unknown";
  return a.origin === b.origin ? "same" : "other";
}

function pageOf(a: Traits, b: Traits): "same" | "area" | "other" | "unknown" {
  if (a.path === null || b.path === null) return "unknown";
  if (a.path === b.path) return "same";
  return a.area !== null && a.area === b.area ? "area" : "other";
}

/** By role and what the name speaks of, so that "Speichern" and "Save" are one button. */
function elementOf(a: Traits, b: Traits): "same" | "other" | null {
  if (!a.element || !b.element) return null;
  if (a.element.role !== b.element.role) return "other";
  const { about } = b.element;
  const common = [...a.element.about].filter((one) => about.has(one)).length;
  const isSame = common > 0 && common / Math.sqrt(a.element.about.size * about.size) > 0.5;
  return isSame ? "same" : "other";
}
