import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import type { ElementDescription } from "@/lib/capture/describe-element";
import { findElement, type FoundElement } from "@/lib/capture/find-element";
import { showFound, showLost } from "./show";

declare global {
  /** Put here by the background right before this script; `var`, because that makes a property of globalThis. */
  var earshotWanted: ElementDescription | undefined;
}

/** Many tools show their parts only some seconds after the page itself. */
const LOOKS_FOR_MS = 5000;
/** Doubled each time: on a page of 100,000 elements a look takes long enough to be felt. */
const LOOKS_AGAIN_AFTER_MS = 250;

export type Highlighted = FoundElement["by"] | null;

/**
 * Shows IT what a person pointed at: scrolls to it and outlines it for some seconds, or says that it is not there any
 * more. `executeScript` hands the result to the background: by what it was found, or null.
 */
export default defineUnlistedScript({ main: highlight });

async function highlight(): Promise<Highlighted> {
  const wanted = globalThis.earshotWanted;
  globalThis.earshotWanted = undefined;
  if (!wanted) return null;
  const found = await lookFor(wanted);
  if (found) showFound(found.element, wanted);
  else showLost(wanted);
  return found?.by ?? null;
}

async function lookFor(wanted: ElementDescription): Promise<FoundElement | null> {
  const until = performance.now() + LOOKS_FOR_MS;
  for (let waitMs = LOOKS_AGAIN_AFTER_MS; ; waitMs *= 2) {
    const found = findElement(document, wanted);
    if (found || performance.now() + waitMs > until) return found;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
