import { browser } from "wxt/browser";
import { text } from "@/lib/platform/text";
import type { Policy } from "@/lib/policy/policy";
import { siteOf } from "@/lib/policy/site-of";
import type { Pusher } from "@/lib/messaging/push";
import { registrationStep, wantedPatterns } from "./registration-step";

const SCRIPT_ID = "launcher";
const SCRIPT_FILE = "/content-scripts/launcher.js";

export interface RegistrationDeps {
  policy: { current(): Promise<{ policy: Policy }> };
  push: Pusher;
  log: { error(message: string, detail?: unknown): void };
}

/** Keeps the launcher on the sites of the policy: on pages to come, and on those that are open already. */
export function createRegistration({ policy, push, log }: RegistrationDeps) {
  let queue: Promise<void> = Promise.resolve();

  /** `fresh`: after an install or update, when open pages have no launcher, or a dead one. */
  function sync(fresh: boolean): Promise<void> {
    queue = queue.then(() => bring(fresh)).catch((error: unknown) => log.error("launcher: not registered", error));
    return queue;
  }

  async function bring(fresh: boolean): Promise<void> {
    const inForce = (await policy.current()).policy;
    const wanted = wantedPatterns(inForce);
    const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    const step = registrationStep(known ? (known.matches ?? []) : null, wanted);
    const script = {
      id: SCRIPT_ID,
      js: [SCRIPT_FILE],
      matches: wanted,
      runAt: "document_start" as const,
      persistAcrossSessions: true,
    };
    if (step === "register") await browser.scripting.registerContentScripts([script]);
    if (step === "update") await browser.scripting.updateContentScripts([script]);
    if (step === "unregister") await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    if (step === "nothing" && !fresh) return;
    await offerInMenu(wanted);
    await visitTabs(inForce);
  }

  async function visitTabs(inForce: Policy): Promise<void> {
    for (const tab of await browser.tabs.query({})) {
      if (tab.id === undefined || tab.url === undefined || !/^https?:/.test(tab.url)) continue;
      // A tab that never had a launcher does not listen, and a launcher that is there already stays as it is.
      if (siteOf(inForce, tab.url)) void inject(tab.id);
      else push.toTab(tab.id, "launcher.remove", null);
    }
  }

  return { sync };
}

/** Puts the launcher into a page that is open already. Pages that take no script have none. */
export async function inject(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT_FILE] }).catch(() => {});
}

export const MENU_ID = "report";

/** The entry of the page's context menu, on the sites of the policy only. It outlives the worker. */
async function offerInMenu(patterns: string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  if (patterns.length === 0) return;
  browser.contextMenus.create({
    id: MENU_ID,
    title: text("launcher_label"),
    contexts: ["page", "frame", "selection", "link", "editable", "image", "video", "audio"],
    documentUrlPatterns: patterns,
  });
}
