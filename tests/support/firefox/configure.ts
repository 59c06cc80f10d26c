import { expect } from "@playwright/test";
import { ownSettings, type Setup } from "@/tests/support/extension-page";
import type { FirefoxBrowser } from "./browser";

interface ExtensionGlobal {
  browser: {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
    scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
  };
}

/** As `configure` does it in Chromium: from a page of the extension, and until the button is registered. */
export async function configureFirefox(firefox: FirefoxBrowser, setup: Setup): Promise<void> {
  const page = await firefox.open("popup.html");
  const messages = [
    { message: "settings.save", input: ownSettings(setup) },
    { message: "settings.name", input: { name: setup.name ?? "" } },
  ];
  for (const message of messages) {
    await page.evaluate((raw) => (globalThis as unknown as ExtensionGlobal).browser.runtime.sendMessage(raw), message);
  }
  const registered = () =>
    page.evaluate(
      async () =>
        (await (globalThis as unknown as ExtensionGlobal).browser.scripting.getRegisteredContentScripts()).length,
    );
  await expect.poll(registered, { timeout: 10_000 }).toBe(1);
  await page.close();
}
