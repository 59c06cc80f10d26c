import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { boxOf } from "@/lib/capture/element-box";
import { findElement } from "@/lib/capture/find-element";
import { collectCovers, isSame, type CollectOptions, type Collected } from "@/lib/capture/picture/page/collect";
import { ownPatterns } from "@/lib/capture/private/own-patterns";
import type { NoPicture, Rect } from "@/lib/capture/picture/shot";
import type { PointedElement } from "@/lib/messaging/messages";
import { veil } from "./veil";

/** What the background wants; put into the page's isolated world right before this script. */
export interface PictureAsk {
  /** `before` the picture is taken, `after` it, or the end without one. */
  phase: "before" | "after" | "end";
  element?: PointedElement | null;
  /** Of the policy. */
  selectors?: string[];
  patterns?: string[];
}

/** `after` only: what is where in the picture. */
export type PictureAnswer = { ok: true; collected: Collected; element: Rect | null } | { ok: false; reason: NoPicture };

declare global {
  // `var`, because that is what makes a property of globalThis.
  var earshotPictureAsk: PictureAsk | undefined;
  var earshotPicture: { before: Collected; wasHidden: boolean; end(): void } | undefined;
}

/** Injected twice around the taking of a picture: hides the panel, says what must be black, and shows the panel again. */
export default defineUnlistedScript({ main: answer });

async function answer(): Promise<PictureAnswer> {
  const ask = globalThis.earshotPictureAsk;
  globalThis.earshotPictureAsk = undefined;
  const held = globalThis.earshotPicture;
  try {
    if (ask?.phase === "before") return await begin(ask);
    if (ask?.phase === "after" && held) return finish(ask, held);
    held?.end();
    return { ok: false, reason: "failed" };
  } catch {
    globalThis.earshotPicture?.end();
    return { ok: false, reason: "failed" };
  }
}

async function begin(ask: PictureAsk): Promise<PictureAnswer> {
  globalThis.earshotPicture?.end();
  const unveil = veil();
  const hide = () => {
    held.wasHidden = true;
  };
  const held = {
    before: { view: { x: 0, y: 0, w: 0, h: 0 }, covers: [] } as Collected,
    wasHidden: document.visibilityState !== "visible",
    end() {
      document.removeEventListener("visibilitychange", hide);
      unveil();
      globalThis.earshotPicture = undefined;
    },
  };
  globalThis.earshotPicture = held;
  document.addEventListener("visibilitychange", hide);
  await twoFrames();
  const before = collectCovers(window, optionsOf(ask));
  if (typeof before === "string" || held.wasHidden) {
    held.end();
    return { ok: false, reason: typeof before === "string" ? before : "not-in-front" };
  }
  held.before = before;
  return { ok: true, collected: { view: before.view, covers: [] }, element: null };
}

function finish(ask: PictureAsk, held: NonNullable<typeof globalThis.earshotPicture>): PictureAnswer {
  const after = collectCovers(window, optionsOf(ask));
  const element = ask.element ? placeOf(ask.element) : null;
  held.end();
  if (held.wasHidden || document.visibilityState !== "visible") return { ok: false, reason: "not-in-front" };
  if (typeof after === "string") return { ok: false, reason: after };
  return isSame(held.before, after) ? { ok: true, collected: after, element } : { ok: false, reason: "moving" };
}

function optionsOf({ selectors = [], patterns = [] }: PictureAsk): CollectOptions {
  return {
    selectors,
    ...(patterns.length > 0 && { own: ownPatterns(patterns) }),
    closedShadowOf: browser.dom?.openOrClosedShadowRoot ?? null,
  };
}

function placeOf(wanted: PointedElement): Rect | null {
  const found = findElement(document, wanted)?.element;
  if (!found) return null;
  const { left, top, width, height } = boxOf(found);
  return { x: left, y: top, w: width, h: height };
}

/** Until what is hidden now is away from the screen. A page that draws nothing at all is not waited for. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 500);
  });
}
