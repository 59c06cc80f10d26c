import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe finds nothing in this page against WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  await expectNothing(new AxeBuilder({ page }));
}

/** axe finds nothing in the button and the form on somebody else's page; the rest of that page is not ours. */
export async function expectPanelAccessible(page: Page): Promise<void> {
  await settled(page);
  await expectNothing(new AxeBuilder({ page }).include("earshot-launcher"));
}

/** Halfway from one colour to another nothing has the contrast that it will have. */
async function settled(page: Page): Promise<void> {
  const inFrame = () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ending.map(({ finished }) => finished));
  };
  // A frame may go while it is asked.
  await Promise.all(page.frames().map((frame) => frame.evaluate(inFrame).catch(() => [])));
}

/** Of an open menu: what gets the focus there hands it on at once, so nobody is ever on it. */
const FOCUS_GUARD = "[data-base-ui-focus-guard]";

async function expectNothing(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.withTags(STANDARD).exclude(FOCUS_GUARD).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join("\n")}`,
  );
  expect(found).toEqual([]);
}
