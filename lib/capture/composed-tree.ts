/*
 * The page as a person sees it: one tree, in which open shadow roots and frames of the same origin are no borders.
 * Elements of other frames come from another realm, so nothing here asks `instanceof`.
 */

/** Hosts of our own; never described, found or walked into. */
const OURS = /^earshot-/;

export function isOurs(element: Element): boolean {
  return OURS.test(element.localName);
}

/** The element around this one, where it is shown: its slot, its shadow host, or the frame it stands in. */
export function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? hostOf(element);
}

/** What holds the tree that this element lives in: a shadow host or a frame; null in the top document. */
export function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  if ("host" in root) return (root as ShadowRoot).host;
  try {
    return root.nodeType === 9 ? ((root as Document).defaultView?.frameElement ?? null) : null;
  } catch {
    return null;
  }
}

/** The tree behind an element: its open shadow root, or the document of a frame of the same origin. */
export function innerRoot(element: Element): ShadowRoot | Document | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (!/^i?frame$/.test(element.localName)) return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** The first element behind or inside of this one. */
function firstInside(element: Element): Element | null {
  return innerRoot(element)?.firstElementChild ?? element.firstElementChild;
}

/** The next element in the order of the composed tree; what hangs behind an element comes before its own children. */
export function nextElement(element: Element): Element | null {
  const inside = isOurs(element) ? null : firstInside(element);
  if (inside) return inside;
  for (let at: Element | null = element; at; at = outOf(at)) {
    if (at.nextElementSibling) return at.nextElementSibling;
    const host = at.parentElement ? null : hostOf(at);
    // The shadow root is through; the host's own children follow.
    if (host?.firstElementChild && innerRoot(host)) return host.firstElementChild;
  }
  return null;
}

export function previousElement(element: Element): Element | null {
  const sibling = element.previousElementSibling;
  if (sibling) return lastInside(sibling);
  const parent = outOf(element);
  if (!parent) return null;
  // From a host's first own child back into its shadow root.
  const behind = element.parentElement === parent ? innerRoot(parent)?.lastElementChild : null;
  return behind ? lastInside(behind) : parent;
}

function outOf(element: Element): Element | null {
  return element.parentElement ?? hostOf(element);
}

function lastInside(element: Element): Element {
  let at = element;
  for (;;) {
    if (isOurs(at)) return at;
    const last: Element | null | undefined = at.lastElementChild ?? innerRoot(at)?.lastElementChild;
    if (!last) return at;
    at = last;
  }
}
