import { isOurs, nextElement } from "./composed-tree";
import { byCssPath } from "./css-path";
import type { ElementDescription } from "./describe-element";
import { mayBeNamed, roleOf } from "./element-role";
import { nameOf } from "./element-name";
import { placesOf } from "./element-place";
import { placeLine } from "./place";
import { quoteOf, type TextQuote, wordsOn } from "./text-quote";

export interface FoundElement {
  element: Element;
  by: "selector" | "quote";
}

/** Elements that are looked at: a page of 100,000 is looked through in a blink, one of millions not at all. */
const MOST_LOOKED_AT = 300_000;
/** Elements of the right role whose words are read. */
const MOST_READ = 5000;

/**
 * Finds what a person pointed at again, perhaps after a redesign: where the selector leads, if something of the same
 * role is there, else by its words. A selector that now leads to other words gives way to the one place that has them.
 * null rather than a guess.
 */
export function findElement(top: Document, description: ElementDescription): FoundElement | null {
  const { role, css, quote } = description;
  const selected = css === undefined ? null : byCssPath(top, css);
  const atSelector = selected && roleOf(selected) === role ? selected : null;
  if (atSelector && (!quote || wordsOf(atSelector) === quote.exact)) return { element: atSelector, by: "selector" };
  const quoted = quote && mayBeNamed(role) ? byQuote(top, description, quote) : null;
  if (quoted) return { element: quoted, by: "quote" };
  return atSelector ? { element: atSelector, by: "selector" } : null;
}

function wordsOf(element: Element): string {
  return wordsOn(element, () => nameOf(element));
}

function byQuote(top: Document, { role, within }: ElementDescription, quote: TextQuote): Element | null {
  const same: Element[] = [];
  let looked = 0;
  let read = 0;
  for (let at: Element | null = top.documentElement; at && looked < MOST_LOOKED_AT; at = nextElement(at), looked++) {
    if (isOurs(at) || roleOf(at) !== role) continue;
    if (++read > MOST_READ) break;
    if (wordsOf(at) === quote.exact) same.push(at);
  }
  if (same.length < 2) return same[0] ?? null;
  // Every row may have its "Edit": what stands around it tells them apart, or nothing does.
  const scored = same.map((element) => ({ element, score: likeness(element, quote, within) }));
  scored.sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best && next && best.score > next.score ? best.element : null;
}

function likeness(element: Element, quote: TextQuote, within: string | undefined): number {
  const there = quoteOf(element, nameOf(element));
  const beside = (there?.prefix === quote.prefix ? 1 : 0) + (there?.suffix === quote.suffix ? 1 : 0);
  return beside + (within !== undefined && placeLine(placesOf(element)) === within ? 3 : 0);
}
