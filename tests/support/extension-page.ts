import type { Frame, Page } from "@playwright/test";
import type { Input, MessageName, Output } from "@/lib/messaging/messages";
import type { OwnSettings } from "@/lib/policy/policy";
import type { Reply } from "@/lib/messaging/wire";
import type { EarshotBrowser } from "@/scripts/browser/launch";

/** The part of the extension API that tests call inside of the extension's own pages. */
export interface ExtensionGlobal {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<unknown>; id?: string; reload(): void };
    storage: Record<"local" | "sync" | "session" | "managed", { get(key: null): Promise<Record<string, unknown>> }>;
    tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
    scripting: {
      getRegisteredContentScripts(): Promise<{ id: string; matches?: string[] }[]>;
      executeScript(what: {
        target: { tabId: number; allFrames?: boolean };
        func: () => unknown;
      }): Promise<{ result: unknown }[]>;
    };
  };
}

/** What an extension page sends to the background, as the page itself would; throws where it was refused. */
export async function ask<N extends MessageName>(page: Page, message: N, input: Input<N>): Promise<Output<N>> {
  const reply = (await sendRaw(page, { message, input })) as Reply<N> | undefined;
  if (!reply?.ok) throw new Error(`the background refused ${message}`);
  return reply.output;
}

/** Any value at all, as a message from this page; what comes back is not looked at. */
export function sendRaw(page: Page | Frame, message: unknown): Promise<unknown> {
  return page.evaluate((raw) => (globalThis as unknown as ExtensionGlobal).chrome.runtime.sendMessage(raw), message);
}

export interface Setup {
  endpoint: string;
  ingestToken: string;
  sites: OwnSettings["sites"];
  reviewerToken?: string;
  /** How reviewers are known, where it is not by a token. */
  signIn?: string;
  name?: string;
  identity?: Partial<NonNullable<OwnSettings["identity"]>>;
  capture?: Partial<NonNullable<OwnSettings["capture"]>>;
  answers?: OwnSettings["answers"];
}

const CAPTURE = { picture: "ask", selectors: [], patterns: [], query: [], timings: true, elementText: true };

/** As the options page would save it. */
export function ownSettings({
  endpoint,
  ingestToken,
  sites,
  reviewerToken,
  signIn,
  identity,
  capture,
  answers,
}: Setup): OwnSettings {
  return {
    endpoint,
    ingestToken,
    sites,
    reviewers: { token: reviewerToken ?? "", ...(signIn !== undefined && { signIn }) },
    identity: { mode: "optional", name: "typed", ...identity },
    capture: { ...CAPTURE, ...capture },
    ...(answers && { answers }),
  };
}

/** Configures the extension from a page of its own, and waits until the button is registered for the sites. */
export async function configure(browser: EarshotBrowser, setup: Setup): Promise<void> {
  const page = await browser.open("popup.html");
  await ask(page, "settings.save", ownSettings(setup));
  if (setup.name !== undefined) await ask(page, "settings.name", { name: setup.name });
  await untilRegistered(page, setup.sites.length > 0);
  await page.close();
}

/** A page opened before the content script is registered would stay without a button. */
export async function untilRegistered(page: Page, wanted: boolean): Promise<void> {
  await page.waitForFunction(
    async (some) => {
      const { chrome } = globalThis as unknown as ExtensionGlobal;
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return scripts.length > 0 === some;
    },
    wanted,
    { polling: 50, timeout: 10_000 },
  );
}
