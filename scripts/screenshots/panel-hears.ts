import type { Page } from "@playwright/test";
import type { PanelOpened } from "@/lib/messaging/messages";

/** Call before the page is opened: its form hears this of what is known there, instead of what the background knows. */
export async function formHears(page: Page, more: Partial<PanelOpened>): Promise<void> {
  // As text, because what runs this file (tsx) adds a helper to functions that the page does not have.
  const content = `if (location.protocol === "chrome-extension:" && globalThis.chrome?.runtime) {
    const more = ${JSON.stringify(more)};
    const { runtime } = chrome;
    const send = runtime.sendMessage.bind(runtime);
    const sendMessage = async (request) => {
      const reply = await send(request);
      return request.message === "panel.read" ? { ...reply, output: { ...reply.output, ...more } } : reply;
    };
    Object.defineProperty(runtime, "sendMessage", { value: sendMessage });
    const listen = runtime.onMessage.addListener.bind(runtime.onMessage);
    runtime.onMessage.addListener = (listener) =>
      listen((raw, ...rest) => {
        const told = raw?.push === "panel.opened" ? { ...raw.value, opened: { ...raw.value.opened, ...more } } : null;
        return listener(told ? { ...raw, value: told } : raw, ...rest);
      });
  }`;
  await page.addInitScript({ content });
}
