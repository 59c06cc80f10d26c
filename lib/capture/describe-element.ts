import type { PageContext } from "@/lib/protocol/context";
import { cssPathOf } from "./css-path";
import { mayBeNamed, roleOf } from "./element-role";
import { nameOf } from "./element-name";
import { placesOf } from "./element-place";
import { placeLine } from "./place";
import { shortText } from "./short-text";
import { quoteOf } from "./text-quote";

/** The element that a person pointed at, as a report carries it. */
export type ElementDescription = NonNullable<PageContext["element"]>;
/** As far as it can be said in words; quick enough for every move of the mouse. */
export type ElementWords = Pick<ElementDescription, "role" | "name" | "within">;

const MAX_WITHIN = 200;

/**
 * What the element is, what it is called and where it stands. Only controls and headings have a name: of cells, rows
 * and list items the role and the column are told, never what is in them, and of a field never its value.
 */
export function wordsFor(element: Element): ElementWords {
  const role = roleOf(element);
  const name = mayBeNamed(role) ? nameOf(element) : "";
  const within = shortText(placeLine(placesOf(element)), MAX_WITHIN);
  return { role, ...(name ? { name } : {}), ...(within ? { within } : {}) };
}

/** The words, and what finds the element again: a path of selectors, and for controls and headings a text quote. */
export function describeElement(element: Element): ElementDescription {
  const words = wordsFor(element);
  const css = cssPathOf(element);
  const quote = mayBeNamed(words.role) ? quoteOf(element, words.name ?? "") : undefined;
  return { ...words, ...(css ? { css } : {}), ...(quote ? { quote } : {}) };
}
