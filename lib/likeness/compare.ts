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
 * Weights of a logistic score. Fitted on the seen half of tests/labelled/duplicates with half of the concepts taken
 * out of each report at random, because concepts fit the texts of those who list them far better than other people's;
 * then rounded, and the element's halved towards what a dozen examples can bear. See docs/decisions/0039.
 */
const WEIGHT = {
  always: -8.3,
  sameSite: 4.8,
  /** One of the two names no site: neither for nor against. */
  anySite: 2.4,
  samePage: 1.5,
  sameArea: 1.5,
  noPage: 1.5,
  sameElement: 2.5,
  otherElement: -1.75,
  concepts: 1.2,
  sharedConcepts: 0.5,
  stems: 4.8,
  sameLanguage: 0.7,
  sameKind: 1,
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
  if (a.kind !== null && a.kind === b.kind) logOdds += WEIGHT.sameKind;
  logOdds += WEIGHT.concepts * concepts + WEIGHT.stems * stems;
  logOdds += WEIGHT.sharedConcepts * Math.min(MOST_SHARED, shared(a.concepts, b.concepts, rarityOf));

  const reasons: LikenessReason[] = [];
  if (element === "same") reasons.push("same-element");
  if (concepts >= LIKE_CONCEPTS || stems >= LIKE_STEMS) reasons.push("like-words");
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
