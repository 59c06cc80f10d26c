import { holdsValue } from "./element-role";

export interface TextLimits {
  maxChars: number;
  maxNodes: number;
}

const USUAL: TextLimits = { maxChars: 600, maxNodes: 400 };
const NO_TEXT = /^(script|style|template|noscript|iframe|object|canvas|video|audio|head)$/;

/**
 * The text that a person reads in an element, without what somebody typed or chose in it. Reads no more than its
 * limits, so that 10 MB of text cost what 600 characters do (`textContent` would build them all).
 */
export function readText(root: Element, limits: TextLimits = USUAL): string {
  const reading = { text: "", nodesLeft: limits.maxNodes, maxChars: limits.maxChars };
  if (!isSilent(root)) readChildren(root, reading);
  return reading.text;
}

interface Reading {
  text: string;
  nodesLeft: number;
  maxChars: number;
}

function readChildren(element: Element, reading: Reading): void {
  const slotted = element.localName === "slot" ? (element as HTMLSlotElement).assignedNodes() : [];
  if (slotted.length > 0) {
    for (const node of slotted) if (!readNode(node, reading)) return;
    return;
  }
  for (let node = element.firstChild; node; node = node.nextSibling) if (!readNode(node, reading)) return;
}

/** false as soon as enough was read. */
function readNode(node: Node, reading: Reading): boolean {
  if (reading.text.length >= reading.maxChars || --reading.nodesLeft < 0) return false;
  if (node.nodeType === 3) {
    // A piece of the node: `data` would hand over all of it.
    reading.text += (node as Text).substringData(0, reading.maxChars - reading.text.length);
  } else if (node.nodeType === 1 && !isSilent(node as Element)) {
    const display = (node as Element).ownerDocument.defaultView?.getComputedStyle(node as Element).display ?? "";
    const gap = display.startsWith("inline") ? "" : " ";
    reading.text += gap;
    readChildren(node as Element, reading);
    reading.text += gap;
  }
  return true;
}

/** What has no text for a person, or none that is ours to read. */
export function isSilent(element: Element): boolean {
  if (NO_TEXT.test(element.localName) || holdsValue(element)) return true;
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.display === "none" || style?.visibility === "hidden";
}
