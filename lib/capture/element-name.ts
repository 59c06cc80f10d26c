import { computeAccessibleName } from "dom-accessibility-api";
import { holdsValue } from "./element-role";
import { readText } from "./read-text";
import { shortText } from "./short-text";

const MAX_NAME = 120;
/** What the library may be asked to read: it has no limits of its own. */
const MOST_NODES = 400;
const MOST_CHARS = 4000;

/**
 * The accessible name in at most 120 characters, or "". Values are never in it, though the specification puts them
 * there ("Remind me in [30] minutes"): what a person typed or chose is not part of what a thing is called.
 */
export function nameOf(element: Element, max = MAX_NAME): string {
  return shortText(isTame(element) ? computedName(element) : plainName(element), max);
}

function computedName(element: Element): string {
  try {
    const view = element.ownerDocument.defaultView;
    return computeAccessibleName(element, {
      computedStyleSupportsPseudoElements: false,
      // The library leaves out what is hidden: so values hide from it.
      getComputedStyle: (inner: Element) =>
        inner !== element && holdsValue(inner) ? NOT_SHOWN : (view?.getComputedStyle(inner) ?? NOT_SHOWN),
    });
  } catch {
    return plainName(element);
  }
}

const NOT_SHOWN = { getPropertyValue: (name: string) => (name === "display" ? "none" : "") } as CSSStyleDeclaration;

/** Whether the library reads little enough of the page for this element, and no value by a reference. */
function isTame(element: Element): boolean {
  if (element.localName === "button" && holdsValue(element)) return false;
  const budget = { nodes: MOST_NODES, chars: MOST_CHARS };
  const references = referenced(element);
  if (references.some(holdsValue)) return false;
  return [element, ...references, ...labelsOf(element)].every((root) => fits(root, budget, root === element));
}

function fits(node: Node, budget: { nodes: number; chars: number }, isRoot: boolean): boolean {
  if (--budget.nodes < 0) return false;
  if (node.nodeType === 3) budget.chars -= (node as Text).length;
  if (node.nodeType === 1) {
    const element = node as Element;
    // References from within lead anywhere.
    if (!isRoot && element.hasAttribute("aria-labelledby")) return false;
    if (element.hasAttribute("aria-owns")) return false;
    for (const name of ["aria-label", "title", "alt", "value"]) budget.chars -= element.getAttribute(name)?.length ?? 0;
    const slotted = element.localName === "slot" ? (element as HTMLSlotElement).assignedNodes() : [];
    for (const inner of slotted) if (!fits(inner, budget, false)) return false;
  }
  for (let child = node.firstChild; child; child = child.nextSibling) if (!fits(child, budget, false)) return false;
  return budget.chars >= 0;
}

/** The name in the order of the specification, but by our own reader, which stops. */
function plainName(element: Element): string {
  const labelled =
    ariaName(element) ||
    labelsOf(element)
      .map((label) => readText(label))
      .join(" ")
      .trim();
  return labelled || readText(element).trim() || (element.getAttribute("title") ?? "");
}

/** What the page says that an element is called; nothing of what is in it. For tables, dialogs and landmarks. */
export function titleOf(element: Element, max: number): string {
  const inside = [...element.children].slice(0, 5).find((child) => /^(caption|legend)$/.test(child.localName));
  return shortText(ariaName(element) || (inside ? readText(inside) : "") || (element.getAttribute("title") ?? ""), max);
}

function ariaName(element: Element): string {
  const words = referenced(element).map((one) => (one === element ? "" : readText(one)));
  return words.join(" ").trim() || (element.getAttribute("aria-label")?.slice(0, 1000).trim() ?? "");
}

function referenced(element: Element): Element[] {
  const ids = element.getAttribute("aria-labelledby")?.slice(0, 500).split(/\s+/).filter(Boolean) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot;
  return ids.flatMap((id) => root.getElementById?.(id) ?? []);
}

function labelsOf(element: Element): Element[] {
  const labels = (element as HTMLInputElement).labels as NodeListOf<HTMLLabelElement> | null | undefined;
  return labels ? [...labels].slice(0, 5) : [];
}
