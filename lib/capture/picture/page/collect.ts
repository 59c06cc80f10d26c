import { type FindOwn, TooSlow } from "@/lib/capture/private/own-patterns";
import type { Cover, NoPicture, Rect, View } from "../shot";
import { createCovers, TooMuch } from "./find-covers";
import { topPlace } from "./place";
import { createReading } from "./visible-text";
import { walkPage } from "./walk-page";

export interface CollectOptions {
  /** Whose elements are covered as a whole. One that is no selector makes the collecting throw: no picture then. */
  selectors?: readonly string[];
  /** What the organisation's own patterns match in a text. */
  own?: FindOwn;
  /** How to look into a closed shadow root; without it only open ones are looked into. */
  closedShadowOf?: ((element: HTMLElement) => ShadowRoot | null) | null;
}

export interface Collected {
  view: View;
  covers: Cover[];
}

/**
 * What must be black in a picture of the window as it is now, in CSS pixels. Everything in it that throws means that
 * there is no picture.
 */
export function collectCovers(page: Window, options: CollectOptions = {}): Collected | NoPicture {
  const view = viewOf(page);
  const find = { ...(options.own && { own: options.own }), locale: page.navigator.language };
  const covers = createCovers(find);
  const reading = createReading();
  const walk = {
    covers,
    reading,
    options: find,
    selectors: options.selectors ?? [],
    shadowOf: (element: Element) => shadowOf(element, options),
    places: new Map(),
    nodes: 0,
  };
  const place = topPlace(view);
  try {
    walkPage(page.document, place, walk);
    covers.texts(reading, (node) => walk.places.get(node.getRootNode()) ?? place);
  } catch (error) {
    if (error instanceof TooMuch || error instanceof TooSlow) return "too-much";
    throw error;
  }
  return { view, covers: covers.covers };
}

/** What the window shows, without scroll bars as a part of it being known: they are in the picture as well. */
function viewOf({ innerWidth, innerHeight, visualViewport }: Window): View {
  const scale = visualViewport?.scale ?? 1;
  const { offsetLeft = 0, offsetTop = 0 } = visualViewport ?? {};
  return { x: offsetLeft, y: offsetTop, w: innerWidth / scale, h: innerHeight / scale };
}

/** What may have a shadow root (DOM standard, "attachShadow"). */
const HOSTS = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

function shadowOf(element: Element, { closedShadowOf }: CollectOptions): ShadowRoot | null {
  const { localName, shadowRoot } = element;
  if (shadowRoot || !closedShadowOf) return shadowRoot;
  return HOSTS.has(localName) || localName.includes("-") ? closedShadowOf(element as HTMLElement) : null;
}

/** Whether nothing that is covered has moved: the same things at the same places, to half a pixel. */
export function isSame(before: Collected, after: Collected): boolean {
  return fingerprint(before) === fingerprint(after);
}

function fingerprint({ view, covers }: Collected): string {
  const round = ({ x, y, w, h }: Rect) => [x, y, w, h].map((length) => Math.round(length * 2)).join();
  return [round(view), ...covers.map(({ kind, rects }) => `${kind} ${rects.map(round).join(" ")}`)].join("\n");
}
