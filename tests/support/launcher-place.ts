import type { Page } from "@playwright/test";

/** How many elements of ours hang in a page: the launcher's hosts. Ours are the ones with our button in their root. */
export function countHosts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((element) =>
        element.shadowRoot?.querySelector("button[aria-label], button[title]"),
      ).length,
  );
}

/** Whether two rectangles have a point in common. */
export function overlap(
  a: { x: number; y: number; width: number; height: number },
  b: { x: number; y: number; width: number; height: number },
): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
