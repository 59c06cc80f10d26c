import { finder } from "@medv/finder";
import { hostOf, innerRoot } from "./composed-tree";
import { isRecord } from "./element-role";
import { isStableWord } from "./stable-word";

/**
 * Between the selectors of a path: the element before it is the shadow host or the frame that holds the tree which the
 * selector after it is for. `iframe[name="erp"] >>> #invoices button:nth-of-type(2)`.
 */
const INTO = " >>> ";
const MAX_PATH = 500;
const DEEPEST = 8;

type Root = Document | ShadowRoot;

/** A path of selectors to the element from its top document, or undefined where none is unique and short enough. */
export function cssPathOf(element: Element): string | undefined {
  const path: string[] = [];
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const selector = selectorOf(at, at.getRootNode() as Root);
    if (selector === null || path.length >= DEEPEST) return undefined;
    path.unshift(selector);
  }
  const line = path.join(INTO);
  return line.length <= MAX_PATH ? line : undefined;
}

/** The one element that the path leads to; null where it leads to none or to several. */
export function byCssPath(top: Document, path: string): Element | null {
  let root: Root | null = top;
  let found: Element | null = null;
  for (const selector of path.slice(0, MAX_PATH).split(INTO)) {
    found = root && isOurKind(selector) ? onlyOne(root, selector) : null;
    if (!found) return null;
    root = innerRoot(found);
  }
  return found;
}

/** A path comes from somebody's report: only what we write ourselves is run, nothing that takes a page long. */
function isOurKind(selector: string): boolean {
  return !/:(?!nth-(child|of-type)\(\d{1,6}\))|[,{}]/.test(selector);
}

function onlyOne(root: Root, selector: string): Element | null {
  try {
    const found = root.querySelectorAll(selector);
    return found.length === 1 ? (found[0] ?? null) : null;
  } catch {
    return null;
  }
}

function selectorOf(element: Element, root: Root): string | null {
  for (const make of [byFinder, byCounting]) {
    const selector = make(element, root);
    if (selector !== null && isOurKind(selector) && onlyOne(root, selector) === element) return selector;
  }
  return null;
}

/** Tries and time for the library: each try looks through the page, and tries multiply with the depth. */
const MOST_TRIES = 300;
const MOST_TIME_MS = 60;
const MOST_CLASSES = 3;
const ATTRIBUTES = /^(name|type|role|data-(testid|test|test-id|cy|qa|action|field|column))$/;

function byFinder(element: Element, root: Root): string | null {
  const words = wordsAround(element);
  try {
    const selector = finder(element, {
      // Any root will do; the library's types know only elements.
      root: root as unknown as Element,
      idName: (id) => words.ids.has(id),
      className: (name) => words.classes.has(name),
      attr: (name, value) => ATTRIBUTES.test(name) && isStableWord(value),
      maxNumberOfPathChecks: MOST_TRIES,
      timeoutMs: MOST_TIME_MS,
    });
    // Out of tries it counts from the root on down, where ours counts from the nearest id.
    return selector.startsWith("html") && selector !== "html" ? null : selector;
  } catch {
    return null;
  }
}

/** The words that may be in the selector. The id of a record (`user-smith`) would tell whose it is. */
function wordsAround(element: Element): { ids: Set<string>; classes: Set<string> } {
  const ids = new Set<string>();
  const classes = new Set<string>();
  const inRecord = new Set<string>();
  let chain: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = at.getAttribute("id");
    if (id && isStableWord(id)) {
      ids.add(id);
      chain.push(id);
    }
    if (isRecord(at)) {
      for (const inner of chain) inRecord.add(inner);
      chain = [];
    }
    for (const name of [...at.classList].filter(isStableWord).slice(0, MOST_CLASSES)) classes.add(name);
  }
  for (const id of inRecord) ids.delete(id);
  return { ids, classes };
}

/** Counted down from the nearest id that a person chose, else from the root. Always leads somewhere. */
function byCounting(element: Element, root: Root): string {
  const { ids } = wordsAround(element);
  const path: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = at.getAttribute("id");
    if (id && ids.has(id) && onlyOne(root, `#${id}`) === at) {
      path.unshift(`#${id}`);
      break;
    }
    // The name as the document writes it: SVG has names with capitals.
    path.unshift(at.parentElement ? `${at.localName}:nth-of-type(${indexOfType(at)})` : rootStep(at));
  }
  return path.join(" > ");
}

function rootStep(element: Element): string {
  return element.getRootNode().nodeType === 9
    ? element.localName
    : `${element.localName}:nth-of-type(${indexOfType(element)})`;
}

function indexOfType(element: Element): number {
  let index = 1;
  for (let one = element.previousElementSibling; one; one = one.previousElementSibling) {
    if (one.localName === element.localName) index++;
  }
  return index;
}
