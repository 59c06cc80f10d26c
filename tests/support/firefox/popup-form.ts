import type { Page } from "puppeteer-core";
import { expect } from "@playwright/test";

interface ExtensionGlobal {
  browser: { extension: { getViews(filter: { type: "popup" }): (Window & typeof globalThis)[] } };
}

/**
 * Writes and sends in the form that the browser's own popup shows, and waits until it says `until`. No driver has a page
 * for that popup; a page of the extension (`seer`, e.g. the options page in a tab) reaches into it.
 */
export async function sendFromPopup(seer: Page, text: string, until: string): Promise<void> {
  const words = () =>
    seer.evaluate(() => {
      const [popup] = (globalThis as unknown as ExtensionGlobal).browser.extension.getViews({ type: "popup" });
      return popup?.document.body.innerText ?? "";
    });
  await expect.poll(words, { timeout: 20_000 }).toContain("Send to IT");
  // The form is there a moment before it hears anything, and takes a draft in: then it is written and pressed once more.
  const said = async () => {
    const now = await words();
    if (now.includes(until)) return now;
    await seer.evaluate((typed) => {
      const [popup] = (globalThis as unknown as ExtensionGlobal).browser.extension.getViews({ type: "popup" });
      const box = popup?.document.querySelector("textarea");
      if (!popup || !box || box.value === typed) return;
      box.value = typed;
      box.dispatchEvent(new popup.Event("input", { bubbles: true }));
    }, text);
    // In a turn of its own: the form has to have heard of the words.
    await seer.evaluate(() => {
      const [popup] = (globalThis as unknown as ExtensionGlobal).browser.extension.getViews({ type: "popup" });
      const buttons = [...(popup?.document.querySelectorAll("button") ?? [])];
      buttons.find((button) => button.innerText === "Send to IT")?.click();
    });
    return now;
  };
  await expect.poll(said, { timeout: 20_000 }).toContain(until);
  await seer.evaluate(() => {
    for (const popup of (globalThis as unknown as ExtensionGlobal).browser.extension.getViews({ type: "popup" }))
      popup.close();
  });
}
