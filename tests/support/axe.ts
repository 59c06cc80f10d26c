import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import axe, { type Result } from "axe-core";

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe finds nothing in this page against WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  await expectNothing(page, null);
}

/** axe finds nothing in the button and the form on somebody else's page; the rest of that page is not ours. */
export async function expectPanelAccessible(page: Page): Promise<void> {
  await settled(page);
  await expectNothing(page, "earshot-launcher");
}

/** Nothing of ours moves for so long. */
const MOVES_MS = 2000;

/**
 * Halfway from one colour to another nothing has the contrast that it will have. Waited for so long and no longer: where
 * the page is as on paper no frame comes by itself, and what moved then does not end.
 */
async function settled(page: Page): Promise<void> {
  const inFrame = (mostMs: number) => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    const ended = Promise.allSettled(ending.map(({ finished }) => finished)).then(() => {});
    return Promise.race([ended, new Promise<void>((resolve) => setTimeout(resolve, mostMs))]);
  };
  // A frame may go while it is asked.
  await Promise.all(page.frames().map((frame) => frame.evaluate(inFrame, MOVES_MS).catch(() => {})));
}

/** Of an open menu: what gets the focus there hands it on at once, so nobody is ever on it. */
const FOCUS_GUARD = "[data-base-ui-focus-guard]";

async function expectNothing(page: Page, include: string | null): Promise<void> {
  const violations = await (page.frames().length === 1 ? inPage(page, include) : inFrames(page, include));
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join("\n")}`,
  );
  expect(found).toEqual([]);
}

/** The frames' findings are put together in a tab that is opened for it. */
async function inFrames(page: Page, include: string | null): Promise<Result[]> {
  const builder = new AxeBuilder({ page }).withTags(STANDARD).exclude(FOCUS_GUARD);
  return (await (include === null ? builder : builder.include(include)).analyze()).violations;
}

/** The same rules where there is one frame: without that tab, and with axe read once a page, it takes half the time. */
async function inPage(page: Page, include: string | null): Promise<Result[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const asked = { include, exclude: FOCUS_GUARD, tags: STANDARD };
  return page.evaluate(async ({ include: only, exclude, tags }) => {
    const { axe: inside } = globalThis as unknown as { axe: typeof axe };
    const context = { ...(only !== null && { include: [only] }), exclude: [exclude] };
    const { violations } = await inside.run(context, { runOnly: { type: "tag", values: tags } });
    return violations;
  }, asked);
}
