import { columnHeading } from "./column-heading";
import { parentOf } from "./composed-tree";
import { isRecord, isTable, roleOf } from "./element-role";
import { nameOf, titleOf } from "./element-name";
import { MAX_PLACE_NAME, type Place, type PlaceKind } from "./place";
import { isSilent } from "./read-text";

const CELL = /^(cell|gridcell|rowheader)$/;
/** Steps up and elements looked at for headings: a page can be nested and wide without end. */
const MOST_STEPS = 200;
const MOST_LOOKED_AT = 2000;

/**
 * Where an element stands, outer first: the nearest table, dialog, named area or heading, and for a cell its column.
 * Headings inside of a record (the customer's name on a card in a list) are content and do not count.
 */
export function placesOf(element: Element): Place[] {
  const heading = CELL.test(roleOf(element)) ? columnHeading(element, MAX_PLACE_NAME) : "";
  const column: Place[] = heading ? [{ kind: "column", name: heading }] : [];
  const around = placeAround(element);
  return around ? [around, ...column] : column;
}

function placeAround(element: Element): Place | null {
  const budget = { left: MOST_LOOKED_AT };
  let found: Place | null = null;
  let steps = 0;
  for (let at = element; ;) {
    // Whatever was found inside of a record is part of it.
    if (at !== element && isRecord(at)) found = null;
    found ??= (at !== element && placeOf(at)) || headingBefore(at, budget);
    const parent = parentOf(at);
    if (!parent || ++steps > MOST_STEPS) return found;
    at = parent;
  }
}

const KIND_OF: Record<string, PlaceKind> = {
  dialog: "dialog",
  alertdialog: "dialog",
  navigation: "navigation",
  form: "form",
  group: "group",
  radiogroup: "group",
  toolbar: "group",
  region: "region",
  main: "region",
  banner: "region",
  contentinfo: "region",
  complementary: "region",
  search: "region",
  tabpanel: "region",
};

/** An area counts only where the page gives it a name: "in the main part" tells nobody anything. */
function placeOf(element: Element): Place | null {
  const role = roleOf(element);
  const kind = isTable(role) ? "table" : KIND_OF[role];
  const name = kind ? titleOf(element, MAX_PLACE_NAME) : "";
  return kind && name ? { kind, name } : null;
}

/** The last heading among what stands before the element on its level, at most inside of plain boxes. */
function headingBefore(element: Element, budget: { left: number }): Place | null {
  const below = levelOf(element);
  for (let one = element.previousElementSibling; one && budget.left > 0; one = one.previousElementSibling) {
    const heading = headingIn(one, budget);
    const name = heading && levelOf(heading) < below ? nameOf(heading, MAX_PLACE_NAME) : "";
    if (name) return { kind: "heading", name };
  }
  return null;
}

/** 1 is the page's own; what is no heading stands below them all. */
function levelOf(element: Element): number {
  if (roleOf(element) !== "heading") return Infinity;
  return Number(element.getAttribute("aria-level") ?? /^h([1-6])$/.exec(element.localName)?.[1] ?? 2) || 2;
}

/** Whose headings speak only for what is in them. */
const ON_ITS_OWN = /^(article|section|aside|nav|dialog|table|ul|ol|dl|form|fieldset|details)$/;

function headingIn(element: Element, budget: { left: number }): Element | null {
  if (--budget.left < 0) return null;
  if (roleOf(element) === "heading") return isSilent(element) ? null : element;
  if (ON_ITS_OWN.test(element.localName) || isRecord(element)) return null;
  for (let child = element.lastElementChild; child; child = child.previousElementSibling) {
    const found = headingIn(child, budget);
    if (found || budget.left <= 0) return found;
  }
  return null;
}
