import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe finds nothing in this page against WCAG 2.2 AA. */
export function expectAccessible(page: Page): Promise<void> {
  return expectNothing(new AxeBuilder({ page }));
}

/** axe finds nothing in the button and the form on somebody else's page; the rest of that page is not ours. */
export function expectPanelAccessible(page: Page): Promise<void> {
  return expectNothing(new AxeBuilder({ page }).include("earshot-launcher"));
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
