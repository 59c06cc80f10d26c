import type { BrowserContext, Page } from "@playwright/test";
import type { Variant } from "./variants";

/** A panel that was warmed by a hover a while ago: people take longer than this from the hover to the click. */
const WARM_MS = 1500;

declare global {
  // `var`, because that is what makes a property of globalThis. Milliseconds since the epoch.
  var benchPressed: number | undefined;
  var benchTakes: number | undefined;
}

/**
 * Milliseconds from the moment that the button is let go until a text box takes keys: it is there, can be seen, and has
 * the keyboard. A box that does not take the keyboard by itself is given it at once, without a charge.
 */
export async function measureClick(context: BrowserContext, { host, button }: Variant, warm: boolean): Promise<number> {
  if (!button) return Number.NaN;
  const page = await context.newPage();
  try {
    await page.addInitScript(watch);
    await page.goto(`http://${host}/`, { waitUntil: "load" });
    const { x, y } = await button(page);
    if (warm) {
      await page.mouse.move(x, y);
      await page.waitForTimeout(WARM_MS);
    }
    await page.mouse.click(x, y);
    const pressed = await page.waitForFunction(() => globalThis.benchPressed);
    const takes = await boxTakes(page);
    await page.keyboard.press("k");
    return takes - Number(await pressed.jsonValue());
  } finally {
    await page.close();
  }
}

/** When the box took keys, in whichever of the page's frames it is. */
async function boxTakes(page: Page): Promise<number> {
  for (let tries = 0; tries < 400; tries++) {
    for (const frame of page.frames()) {
      const takes = await frame.evaluate(() => globalThis.benchTakes).catch(() => undefined);
      if (takes !== undefined) return takes;
    }
    await page.waitForTimeout(10);
  }
  throw new Error("no text box came up");
}

/** Runs in every frame before its own scripts. Looks whenever something may have changed, and as often as it can. */
function watch(): void {
  const isFrame = window !== top;
  const ticks = new MessageChannel();
  ticks.port1.addEventListener("message", () => look());
  ticks.port1.start();
  addEventListener(
    "pointerup",
    (event) => {
      globalThis.benchPressed ??= performance.timeOrigin + event.timeStamp;
      if (!isFrame) look();
    },
    true,
  );
  if (isFrame) for (const type of ["focus", "focusin"]) addEventListener(type, () => look(), true);

  function look(): void {
    if (globalThis.benchTakes !== undefined) return;
    const box = findIn(document);
    if (!isFrame) box?.focus();
    // In a frame the box must have got the keyboard by itself: nobody out there can give it.
    if (box && document.hasFocus() && (!isFrame || document.activeElement === box)) {
      globalThis.benchTakes = performance.timeOrigin + performance.now();
    } else if (!isFrame) ticks.port2.postMessage(null);
  }

  function findIn(root: Document | ShadowRoot): HTMLElement | null {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      const isBox = element.matches("textarea, input:not([type]), input[type=text], [contenteditable=true]");
      if (isBox && element.checkVisibility({ visibilityProperty: true })) return element;
      const inner = element.shadowRoot && findIn(element.shadowRoot);
      if (inner) return inner;
    }
    return null;
  }
}
