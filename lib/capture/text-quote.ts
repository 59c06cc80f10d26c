import { holdsValue, isRecord, mayBeNamed, roleOf } from "./element-role";
import { isSilent, readText } from "./read-text";
import { shortEnd, shortText } from "./short-text";

/** As in the W3C's Web Annotation model: the text itself, and the text right before and after it. */
export interface TextQuote {
  prefix: string;
  exact: string;
  suffix: string;
}

const MAX_EXACT = 120;
const MAX_AROUND = 64;
const MOST_NODES = 40;
/** What stands beside one of these is another matter. */
const ON_ITS_OWN = /^(body|main|form|section|article|dialog|table)$/;

/**
 * The words on a control or heading, to find it again after a redesign. Where there is no text on it (a field, an
 * icon), its name takes the place. What stands around it is quoted only as far as that is a control, a heading or a
 * label too: the customer's name beside a button is nobody's business.
 */
export function quoteOf(element: Element, name: string): TextQuote | undefined {
  const exact = wordsOn(element, () => name);
  if (!exact) return undefined;
  const inRecord = isInRecord(element);
  return {
    prefix: inRecord ? "" : shortEnd(around(element, "previousSibling"), MAX_AROUND),
    exact,
    suffix: inRecord ? "" : shortText(around(element, "nextSibling"), MAX_AROUND),
  };
}

/** What is written on it, else its name; "" for neither. Much quicker than the whole quote. */
export function wordsOn(element: Element, name: () => string): string {
  return (holdsValue(element) ? "" : printedOn(element)) || name();
}

function printedOn(element: Element): string {
  const printed = element.localName === "input" ? (element.getAttribute("value")?.slice(0, 1000) ?? "") : "";
  return shortText(printed || readText(element), MAX_EXACT);
}

type Side = "previousSibling" | "nextSibling";

/** Text beside the element, outwards, until there is enough or something that is not ours to quote. */
function around(element: Element, side: Side): string {
  const pieces: string[] = [];
  let length = 0;
  let looked = 0;
  for (let at: Element | null = element; at && !isRecord(at); at = at.parentElement) {
    if (at !== element && ON_ITS_OWN.test(at.localName)) break;
    for (let node = at[side]; node; node = node[side]) {
      if (++looked > MOST_NODES || length > MAX_AROUND) return inOrder(pieces, side);
      const text = quotable(node);
      if (text === null) return inOrder(pieces, side);
      if (!text) continue;
      pieces.push(text);
      length += text.length;
    }
  }
  return inOrder(pieces, side);
}

function inOrder(pieces: string[], side: Side): string {
  return (side === "nextSibling" ? pieces : pieces.toReversed()).join(" ");
}

/** The node's text, "" where it has none, null where it is not to be quoted. */
function quotable(node: Node): string | null {
  if (node.nodeType === 3) return /\S/.test((node as Text).substringData(0, 200)) ? null : "";
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  if (isSilent(element)) return "";
  const isQuotable = mayBeNamed(roleOf(element)) || /^(label|legend|caption)$/.test(element.localName);
  if (isQuotable && !isRecord(element)) return readText(element, { maxChars: 200, maxNodes: 60 }).trim();
  return /\S/.test(readText(element, { maxChars: 20, maxNodes: 60 })) ? null : "";
}

function isInRecord(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (isRecord(at)) return true;
  return false;
}
