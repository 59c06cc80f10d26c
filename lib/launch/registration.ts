import { browser } from "wxt/browser";
import { type Names, NAMES_KEY } from "@/lib/platform/launcher-keys";
import { text } from "@/lib/platform/text";
import { hasLauncher } from "@/lib/policy/has-launcher";
import { inkOn } from "@/lib/policy/colour";
import { labelFor } from "@/lib/policy/label-for";
import type { Policy, Site } from "@/lib/policy/policy";
import { siteOf } from "@/lib/policy/site-of";
import { type BrowserPatterns, browserPatterns } from "./browser-patterns";
import { removeLauncher } from "./call-launcher";
import { asText, CORNER_ID, cornerFile, cornerScripts } from "./corner-scripts";
import { asList, registrationStep } from "./registration-step";

const SCRIPT_ID = "launcher";
const SCRIPT_FILE = "/content-scripts/launcher.js";

export interface RegistrationDeps {
  policy: { current(): Promise<{ policy: Policy }> };
  log: { error(message: string, detail?: unknown): void };
}

/** Keeps the launcher on the sites of the policy: on pages to come, and on those that are open already. */
export function createRegistration({ policy, log }: RegistrationDeps) {
  let queue: Promise<void> = Promise.resolve();

  /**
   * `fresh`: open pages are looked at in any case. After an install or update they have no launcher, or a dead one; and
   * where patterns are not exact, what is registered may be the same for another policy.
   */
  function sync(fresh: boolean): Promise<void> {
    queue = queue.then(() => bring(fresh)).catch((error: unknown) => log.error("launcher: not registered", error));
    return queue;
  }

  async function bring(fresh: boolean): Promise<void> {
    const inForce = (await policy.current()).policy;
    const { script: wanted, sites, areExact } = patternsHere(inForce);
    const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    const step = registrationStep(known ? asList(known) : null, asList(wanted));
    const script = {
      id: SCRIPT_ID,
      js: [SCRIPT_FILE],
      ...wanted,
      runAt: "document_start" as const,
      persistAcrossSessions: true,
    };
    // Before any page has the launcher; each start of the worker, since the browser's language may be another one.
    const label = labelFor(inForce.button.labels, browser.i18n.getUILanguage()) ?? text("launcher_label");
    await browser.storage.local.set({
      [NAMES_KEY]: [
        label,
        text("panel_title"),
        inForce.button.corner,
        styleOf(inForce.button),
        ...asksFirst(areExact),
      ] satisfies Names,
    });
    // A button in the wrong corner is better than none.
    await bringCorners(inForce).catch((error: unknown) => log.error("launcher: no corners of sites", error));
    if (step === "register") await browser.scripting.registerContentScripts([script]);
    if (step === "update") await browser.scripting.updateContentScripts([script]);
    if (step === "unregister") await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    await offerInMenu(sites, label);
    if (step === "nothing" && !fresh) return;
    await visitTabs(inForce, [...sites, ...(known?.matches ?? [])]);
  }

  /** Open pages on the sites of now and of before; no other is looked at. */
  async function visitTabs(inForce: Policy, patterns: string[]): Promise<void> {
    if (patterns.length === 0) return;
    for (const { id, url = "" } of await browser.tabs.query({ url: patterns })) {
      if (id === undefined) continue;
      // A launcher that is there already stays as it is.
      void (hasLauncher(inForce, url) ? inject(id, siteOf(inForce, url)?.corner) : removeLauncher(id));
    }
  }

  return { sync };
}

/** The policy's patterns as this browser takes them. */
export function patternsHere(policy: Policy): BrowserPatterns {
  return browserPatterns(policy, !import.meta.env.FIREFOX);
}

function asksFirst(areExact: boolean): [] | [true] {
  return areExact ? [] : [true];
}

/** Puts the launcher into a page that is open already. Pages that take no script have none. */
export async function inject(tabId: number, corner?: Site["corner"]): Promise<void> {
  const files: (ReturnType<typeof cornerFile> | typeof SCRIPT_FILE)[] = corner
    ? [cornerFile(corner), SCRIPT_FILE]
    : [SCRIPT_FILE];
  await browser.scripting.executeScript({ target: { tabId }, files }).catch(() => {});
}

/** Before any page has the launcher: it looks for its corner once. */
async function bringCorners(inForce: Policy): Promise<void> {
  const wanted = cornerScripts(inForce);
  const known = (await browser.scripting.getRegisteredContentScripts()).filter(({ id }) => id.startsWith(CORNER_ID));
  if (asText(known) === asText(wanted)) return;
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: known.map(({ id }) => id) });
  const rest = { runAt: "document_start", persistAcrossSessions: true } as const;
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted.map((one) => ({ ...one, ...rest })));
}

/** Of the button itself, in place of the launcher's own colours. */
function styleOf({ colour }: Policy["button"]): string {
  return colour === null ? "" : `--teal:${colour};--ink:${inkOn(colour)}`;
}

/** What only a person who reaches for the button needs; the button works without it. */
export async function injectMenu(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ["/launcher-menu.js"] }).catch(() => {});
}

export const MENU_ID = "report";

/** The entry of the page's context menu, on the sites of the policy only. It outlives the worker. */
async function offerInMenu(patterns: string[], title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  if (patterns.length === 0) return;
  browser.contextMenus.create({
    id: MENU_ID,
    title,
    contexts: ["page", "frame", "selection", "link", "editable", "image", "video", "audio"],
    documentUrlPatterns: patterns,
  });
}
