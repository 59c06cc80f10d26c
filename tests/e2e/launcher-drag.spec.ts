import type { Page } from "@playwright/test";
import { closeByEscape, launcher, panelIn } from "@/tests/support/panel";
import { expect, test } from "./fixtures";

interface Point {
  x: number;
  y: number;
}

const WINDOW = { width: 1280, height: 800 };

/** In which corner of the window the button stands; null while it is on its way. */
async function corner(tab: Page): Promise<string | null> {
  const box = await launcher(tab).boundingBox();
  if (!box) return null;
  const atTop = Math.abs(box.y - 16) <= 1;
  const atLeft = Math.abs(box.x - 16) <= 1;
  const atBottom = Math.abs(WINDOW.height - box.y - box.height - 16) <= 1;
  const atRight = Math.abs(WINDOW.width - box.x - box.width - 16) <= 1;
  if (!(atTop || atBottom) || !(atLeft || atRight)) return null;
  return `${atTop ? "top" : "bottom"}-${atLeft ? "left" : "right"}`;
}

async function centre(tab: Page): Promise<Point> {
  const box = await launcher(tab).boundingBox();
  if (!box) throw new Error("the button has no place");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on the button and moves to a point in small steps, as a hand does; the mouse stays down. */
async function dragTo(tab: Page, to: Point): Promise<void> {
  await launcher(tab).hover();
  // Dragging comes with the second script, which the first hover has injected.
  await expect(launcher(tab)).toHaveAttribute("aria-haspopup", "menu");
  const from = await centre(tab);
  await tab.mouse.move(from.x, from.y);
  await tab.mouse.down();
  await tab.mouse.move(to.x, to.y, { steps: 12 });
}

test("dragged, it goes along the edge, snaps to the corner, opens nothing, and stays there", async ({
  launch,
  wiki,
}) => {
  const browser = await launch();
  const tab = await browser.context.newPage();
  await tab.setViewportSize(WINDOW);
  await tab.goto(wiki.url);
  await expect.poll(() => corner(tab)).toBe("bottom-right");
  await dragTo(tab, { x: 200, y: 790 });
  // Under the hand, on the lower edge, and in no corner yet.
  await expect.poll(async () => Math.round((await centre(tab)).x)).toBe(200);
  expect(await corner(tab)).toBeNull();
  await tab.mouse.move(90, 120, { steps: 6 });
  await tab.mouse.up();
  await expect.poll(() => corner(tab)).toBe("top-left");
  await expect(panelIn(tab).dialog).toBeHidden();
  // The press is over: the next click is a click again, and the drop has opened nothing before it.
  await launcher(tab).click();
  await expect(panelIn(tab).send).toBeVisible();
  await expect(panelIn(tab).words).toBeFocused();
  await closeByEscape(tab);
  await tab.reload();
  await expect.poll(() => corner(tab)).toBe("top-left");
});

test("a press that only trembles is a click", async ({ tab, wiki }) => {
  await tab.setViewportSize(WINDOW);
  await tab.goto(wiki.url);
  await expect.poll(() => corner(tab)).toBe("bottom-right");
  const from = await centre(tab);
  await dragTo(tab, { x: from.x - 3, y: from.y - 2 });
  await tab.mouse.up();
  await expect(panelIn(tab).send).toBeVisible();
  await expect(panelIn(tab).words).toBeFocused();
  await closeByEscape(tab);
  expect(await corner(tab)).toBe("bottom-right");
});

test("Escape while it is dragged puts it back, and opens nothing", async ({ tab, wiki }) => {
  await tab.setViewportSize(WINDOW);
  await tab.goto(wiki.url);
  await expect.poll(() => corner(tab)).toBe("bottom-right");
  await launcher(tab).focus();
  await dragTo(tab, { x: 300, y: 300 });
  await expect.poll(() => corner(tab)).toBeNull();
  await tab.keyboard.press("Escape");
  await expect.poll(() => corner(tab)).toBe("bottom-right");
  await tab.mouse.up();
  await expect(panelIn(tab).dialog).toBeHidden();
  expect(await corner(tab)).toBe("bottom-right");
  // Nothing of the drag is left: the keyboard opens the form.
  await launcher(tab).focus();
  await tab.keyboard.press("Enter");
  await expect(panelIn(tab).words).toBeFocused();
});
