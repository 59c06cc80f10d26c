import type { ElementHandle, Frame, Page } from "puppeteer-core";
import { expect } from "@playwright/test";

/** What a person sees and does on a page or in a frame of it, by roles and accessible names as Firefox computes them. */
export type Screen = Page | Frame;

/** As the launcher's look has it. */
const MOST_OF_THE_WINDOW = 0.9;

const SOON = { timeout: 20_000 };

/** Waits for the element with this role and accessible name. */
export async function named(screen: Screen, name: string, role: string): Promise<ElementHandle> {
  return found(screen, name, `${role} "${name}"`, `::-p-aria([name=${JSON.stringify(name)}][role="${role}"])`);
}

/** A field for text. One for passwords has a role of Firefox's own, which no selector takes, and a label has its name too. */
async function field(screen: Screen, name: string): Promise<ElementHandle> {
  const isField = (element: Element) => element.matches("input, textarea");
  return found(screen, name, `field "${name}"`, `::-p-aria([name=${JSON.stringify(name)}])`, isField);
}

async function found(
  screen: Screen,
  name: string,
  message: string,
  selector: string,
  isIt: (element: Element) => boolean = () => true,
): Promise<ElementHandle> {
  let handle: ElementHandle | undefined;
  const look = async () => {
    for (const one of await screen.$$(selector).catch(() => [])) if (await one.evaluate(isIt)) handle ??= one;
    return handle !== undefined;
  };
  await expect.poll(look, { ...SOON, message }).toBe(true);
  if (!handle) throw new Error(`no ${name}`);
  return handle;
}

/** A click in the middle of it, as with a mouse. */
export async function press(screen: Screen, name: string, role = "button"): Promise<void> {
  const target = await named(screen, name, role);
  if ("page" in screen) await still(screen);
  await target.click();
}

/** The form is as high as what is in it: until then a click may find its target gone from under it. */
async function still(panel: Frame): Promise<void> {
  const most = Math.round((panel.page().viewport()?.height ?? 0) * MOST_OF_THE_WINDOW);
  const missing = (highest: number) => {
    const inner = document.querySelector("#panel")?.getBoundingClientRect().height ?? 0;
    return Math.abs(innerHeight - Math.min(inner, highest));
  };
  await expect.poll(() => panel.evaluate(missing, most).catch(() => Infinity), SOON).toBeLessThan(2);
}

/** Clicks the field and types over what is in it. */
export async function write(screen: Screen, name: string, text: string): Promise<void> {
  const box = await field(screen, name);
  await box.click();
  await box.evaluate((element) => (element as HTMLInputElement).select());
  await box.type(text);
}

/** Waits until the text can be read there. */
export async function reads(screen: Screen, text: string): Promise<void> {
  await expect
    .poll(() => screen.evaluate(() => document.body.innerText).catch(() => ""), { timeout: 40_000 })
    .toContain(text);
}

/** The report of the list that is shown, opened by the button whose name begins with the person's words. */
export async function openReport(screen: Screen, words: string): Promise<void> {
  const open = () =>
    screen
      .evaluate((text) => {
        const lists = [...document.querySelectorAll<HTMLElement>('[aria-label="Reports"]')];
        const button = lists
          .flatMap((list) => [...list.querySelectorAll("button")])
          .find((one) => one.innerText.includes(text));
        button?.click();
        return button !== undefined;
      }, words)
      .catch(() => false);
  await expect.poll(open, { timeout: 40_000, message: `a report "${words}"` }).toBe(true);
}

/** Clicks the button in the page. The shipped build's shadow root is closed: it is found where its element is. */
export async function pressLauncher(tab: Page): Promise<void> {
  await expect.poll(() => hasLauncher(tab), SOON).toBe(true);
  const [x = 0, y = 0] = await tab.$eval("earshot-launcher", (host) => {
    const { left, top, width, height } = host.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  });
  await tab.mouse.click(x, y);
}

export async function hasLauncher(tab: Page): Promise<boolean> {
  const isThere = (host: Element) => host.getBoundingClientRect().width > 0;
  return tab.$eval("earshot-launcher", isThere).catch(() => false);
}

/** The form in the page, when it has come up. */
export async function panelIn(tab: Page): Promise<Frame> {
  const find = () => tab.frames().find((frame) => frame.url().includes("/panel.html"));
  await expect.poll(() => find() !== undefined, SOON).toBe(true);
  const panel = find() as Frame;
  await named(panel, "Send to IT", "button");
  return panel;
}
