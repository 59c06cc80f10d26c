import { expect, type Frame, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** The names that PRODUCT.md promises, for the button in the page and the form that it opens. */
export const SAVED = "Saved on this computer. It goes to IT by itself.";
export const RECEIVED = "IT has it. Thank you.";

/** As the launcher's look has it. */
const MOST_OF_THE_WINDOW = 0.9;

/**
 * The button in the page; the end-to-end build has an open shadow root, so that roles can be asked for. Looked for in
 * our element only: the roles of a whole large page take seconds.
 */
export function launcher(page: Page): Locator {
  return page.locator("earshot-launcher").getByRole("button", { name: "This annoys me" });
}

export interface Panel {
  frame: FrameLocator;
  dialog: Locator;
  words: Locator;
  send: Locator;
  cancel: Locator;
  /** What the panel says about where the report is. */
  status: Locator;
  radio(group: string, name: string): Locator;
  checkbox(name: string): Locator;
  /** Settles when the frame is as high as what is in it: until then a click may find its target gone from under it. */
  still(): Promise<void>;
}

/** The form inside `page`, whether it is open or not. */
export function panelIn(page: Page): Panel {
  return panelOf(page.frameLocator('iframe[src*="/panel.html"]'));
}

/** The same form in a tab or a popup of its own. */
export function panelPage(page: Page): Panel {
  return panelOf(page);
}

/** The form inside of a frame that was found already. */
export function panelOf(frame: FrameLocator | Frame | Page): Panel {
  return {
    frame: frame as FrameLocator,
    dialog: frame.getByRole("dialog", { name: "Tell IT what annoys you" }),
    words: frame.getByRole("textbox", { name: "What annoys you here?" }),
    send: frame.getByRole("button", { name: "Send to IT" }),
    cancel: frame.getByRole("button", { name: "Cancel" }),
    status: frame.getByRole("status"),
    radio: (group, name) => frame.getByRole("radiogroup", { name: group }).getByRole("radio", { name, exact: true }),
    checkbox: (name) => frame.getByRole("checkbox", { name }),
    still: async () => {
      if ("goto" in frame) return;
      const owner = frame.owner();
      const most = (owner.page().viewportSize()?.height ?? 0) * MOST_OF_THE_WINDOW;
      await expect
        .poll(async () => {
          const inner = (await frame.locator("#panel").boundingBox())?.height ?? 0;
          const outer = (await owner.boundingBox())?.height ?? 0;
          return Math.abs(outer - Math.min(inner, most)) < 2;
        })
        .toBe(true);
    },
  };
}

/** Clicks the button and waits until the textbox has the keyboard, and the whole form stands still. */
export async function openPanel(page: Page): Promise<Panel> {
  await launcher(page).click();
  const panel = panelIn(page);
  await expect(panel.words).toBeFocused();
  await expect(panel.send).toBeVisible();
  await panel.still();
  return panel;
}

/**
 * For tests in which a key opens the panel: the test driver tells every document that it has the focus, so none asks
 * the browser for it, and the keys stay with the page. Without a driver they go to the panel at once
 * (docs/platform.md).
 */
export async function moveKeysIntoPanel(page: Page): Promise<void> {
  await panelIn(page).still();
  await page.locator("earshot-launcher iframe").evaluate((frame: HTMLIFrameElement) => {
    frame.blur();
    frame.focus();
  });
  await expect(panelIn(page).words).toBeFocused();
}

/**
 * Presses a key that puts away the very frame it goes to. The driver waits until the frame says that it has had the
 * key, which it then may never do: the caller waits for what a person sees instead.
 */
export function pressAway(page: Page, key: "Escape" | "Enter"): void {
  page.keyboard.press(key).catch(() => undefined);
}

/** Escape, where it closes the panel. */
export async function closeByEscape(page: Page): Promise<void> {
  pressAway(page, "Escape");
  await expect(page.locator("earshot-launcher iframe.open")).toHaveCount(0);
}

/** The same by its button, whose frame is gone before the driver hears that it was pressed. */
export async function closeByCancel(page: Page): Promise<void> {
  const panel = panelIn(page);
  await panel.still();
  panel.cancel.click().catch(() => undefined);
  await expect(page.locator("earshot-launcher iframe.open")).toHaveCount(0);
}

/** Files a report on the page that is there, and waits until IT has it. */
export async function fileReport(page: Page, text: string): Promise<void> {
  const panel = await openPanel(page);
  await panel.words.fill(text);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
}
