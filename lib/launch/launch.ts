import { browser } from "wxt/browser";
import type { EarshotDatabase } from "@/lib/database/open";
import type { KnownItem, KnownPlace } from "@/lib/known/known-item";
import type { Handlers } from "@/lib/messaging/server";
import type { Sender } from "@/lib/messaging/sender";
import type { Pusher } from "@/lib/messaging/push";
import type { Clock, Timers } from "@/lib/platform/clock";
import type { Ids } from "@/lib/platform/ids";
import type { PolicyState } from "@/lib/policy/policy";
import { hasLauncher } from "@/lib/policy/has-launcher";
import { siteOf } from "@/lib/policy/site-of";
import { createDrafts } from "./drafts";
import { placeLauncher, removeLauncher } from "./call-launcher";
import { hiddenOrigins, nextMidnight, outlivedKeys } from "./hiding";
import { ALWAYS, CORNER_KEY, hiddenKey } from "@/lib/platform/launcher-keys";
import { createOffer } from "./offer";
import { readOpened, type OpenedDeps } from "./opened";
import { createPanels, type Panel, type PanelStore } from "./panels";
import { createPicture } from "./picture";
import { createPointing } from "./pointing";
import { createRegistration, inject, injectMenu, MENU_ID, patternsHere } from "./registration";
import { createReporting, type ReportWriter } from "./reporting";

/** Cold, on a slow machine, a panel took 1 s; a person who sees nothing for longer has given up. */
const PANEL_COMES_UP_WITHIN_MS = 4000;

export interface LaunchDeps extends Omit<OpenedDeps, "drafts"> {
  db: EarshotDatabase;
  policy: { current(): Promise<PolicyState>; onChange(callback: () => void): () => void };
  push: Pusher;
  clock: Clock;
  timers: Timers;
  ids: Pick<Ids, "random">;
  log: { warn(message: string, detail?: unknown): void; error(message: string, detail?: unknown): void };
  reports: ReportWriter;
  /** Somebody has closed the form. */
  onLeft(): Promise<void>;
  known: OpenedDeps["known"] & {
    alike(place: KnownPlace | null, words: string, lang: string): Promise<KnownItem[]>;
  };
}

type Handled =
  | "launcher.asks"
  | "launcher.warm"
  | "launcher.open"
  | "launcher.hide"
  | "launcher.move"
  | "launcher.show"
  | "panel.hello"
  | "panel.read"
  | "panel.draft"
  | "panel.close"
  | "panel.resize"
  | "panel.point"
  | "panel.picture"
  | "panel.alike"
  | "picker.picked"
  | "picker.left"
  | "report.preview"
  | "report.create"
  | "popup.form";

/** The background's side of launcher and panel. Call `register` synchronously when the worker starts. */
export function createLaunch(deps: LaunchDeps) {
  const { policy, push, clock, timers, db, ids, log } = deps;
  const panels = createPanels({ store: sessionStore, clock, ids, livingDocuments });
  const drafts = createDrafts({ db, panels, clock, ids });
  const openedBy = (panel: Panel) => readOpened(panel, { ...deps, drafts });
  const registration = createRegistration({ policy, log });
  const { formUrl, offer, openForm } = createOffer({ policy, panels, log });
  /** Clicks that wait for their panel to say hello, by session. */
  const waiting = new Map<string, () => void>();

  /** true as soon as the panel is up, false if it does not come. */
  function comesUp(panel: Panel): Promise<boolean> {
    if (panel.joined) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (shown: boolean) => {
        stop();
        waiting.delete(panel.session);
        resolve(shown);
      };
      const stop = timers.set(() => settle(false), PANEL_COMES_UP_WITHIN_MS);
      waiting.set(panel.session, () => settle(true));
    });
  }

  async function panelOf(session: string, sender: Sender): Promise<Panel> {
    const panel = await panels.of(session, sender);
    if (!panel?.open) throw new Error("no such panel, or nobody has opened it");
    return panel;
  }

  const pointing = createPointing({ panelOf, policy, push, log });
  const picture = createPicture({ panelOf, policy, clock, timers, log });
  const language = () => browser.i18n.getUILanguage();
  const reporting = createReporting({
    panelOf,
    panels,
    drafts,
    policy,
    reports: deps.reports,
    name: deps.name,
    language,
  });

  const handlers: Pick<Handlers, Handled> = {
    ...pointing.handlers,
    ...picture.handlers,
    ...reporting.handlers,

    async "launcher.asks"(_input, { url }) {
      const inForce = (await policy.current()).policy;
      return { mayStand: hasLauncher(inForce, url), corner: siteOf(inForce, url)?.corner ?? null };
    },

    async "launcher.warm"({ nonce }, sender) {
      const { tabId: aboutTab, documentId, url: pageUrl } = sender;
      const issued = panels.issue({ aboutTab, documentId, pageUrl, inPage: true }, nonce);
      if (aboutTab !== null) void injectMenu(aboutTab);
      await issued;
      return null;
    },

    async "launcher.open"(_input, sender) {
      if (sender.isOpaque) {
        await openForm(await tabOf(sender));
        return { shown: false };
      }
      const panel = await panels.open(sender);
      if (!panel) {
        // Forgotten in the meantime (a page that came back from the browser's cache): the click is not for nothing.
        await openForm(await tabOf(sender));
        return { shown: false };
      }
      if (panel.joined) {
        push.toPages("panel.opened", { session: panel.session, opened: await openedBy(panel) });
        return { shown: true };
      }
      const shown = await comesUp(panel);
      if (!shown) await openForm(await tabOf(sender));
      return { shown };
    },

    async "launcher.hide"({ until }, sender) {
      const { origin } = new URL(sender.url);
      const value = until === "always" ? ALWAYS : nextMidnight(clock.now());
      await browser.storage.local.set({ [hiddenKey(origin)]: value });
      for (const tabId of await tabsOf(origin)) void removeLauncher(tabId);
      return null;
    },

    async "launcher.show"({ origin }) {
      await browser.storage.local.remove(hiddenKey(origin));
      const { sites } = (await policy.current()).policy;
      if (sites.length > 0) for (const tabId of await tabsOf(origin)) await injectIfOnSite(tabId);
      return null;
    },

    async "launcher.move"({ corner }, sender) {
      await browser.storage.local.set({ [CORNER_KEY]: corner });
      // The corner is the person's, not the page's: the button stands in the same place everywhere.
      const url = patternsHere((await policy.current()).policy).sites;
      for (const { id } of await browser.tabs.query({ url })) {
        if (id !== undefined && id !== sender.tabId) void placeLauncher(id, corner);
      }
      return null;
    },

    async "panel.hello"({ nonce }, sender) {
      const panel = await panels.join(nonce, sender);
      if (!panel) {
        // The page has moved our element, and the frame was loaded anew: it is of no use any more. The draft is kept.
        if (sender.tabId !== null && sender.frameId) push.toTab(sender.tabId, "launcher.fold", { nonce });
        throw new Error("no such nonce");
      }
      waiting.get(panel.session)?.();
      return { session: panel.session, isOpen: panel.open };
    },

    "panel.read": async ({ session }, sender) => openedBy(await panelOf(session, sender)),

    async "panel.alike"({ session, words, lang, path }, sender) {
      const { pageUrl } = await panelOf(session, sender);
      return deps.known.alike(pageUrl === null ? null : { origin: new URL(pageUrl).origin, path }, words, lang);
    },

    async "panel.draft"({ session, draft }, sender) {
      const panel = await panelOf(session, sender);
      try {
        await drafts.keep(panel, draft);
        return { kept: true };
      } catch (error) {
        log.error("a draft could not be kept", error);
        return { kept: false };
      }
    },

    async "panel.close"({ session, nonce }, sender) {
      if (await panels.of(session, sender)) await panels.forget((one) => one.session === session);
      await deps.onLeft();
      // Also a panel that is not known any more: a person must be able to close what they see.
      if (sender.tabId !== null && sender.frameId) push.toTab(sender.tabId, "launcher.fold", { nonce });
      return null;
    },

    async "panel.resize"({ session, heightPx, widthPx }, sender) {
      // Also before the click: a panel that was warmed shall open at its true height.
      const panel = await panels.of(session, sender);
      if (panel?.inPage && panel.aboutTab !== null) {
        const width = widthPx === undefined ? "" : `${widthPx}px`;
        push.toTab(panel.aboutTab, "launcher.size", { height: `${heightPx}px`, width });
      }
      return null;
    },

    async "popup.form"({ tabId }) {
      return { url: await formUrl(tabId) };
    },
  };

  async function injectIfOnSite(tabId: number): Promise<void> {
    const { url } = await browser.tabs.get(tabId);
    if (url !== undefined && siteOf((await policy.current()).policy, url)) await inject(tabId);
  }

  return {
    handlers,
    frames: panels.frames,

    /** Origins on which the person has hidden the button. */
    async hiddenOn(): Promise<string[]> {
      return hiddenOrigins(await browser.storage.local.get(null), clock.now());
    },

    register(): void {
      browser.runtime.onInstalled.addListener(() => void registration.sync(true));
      // After a browser start the worker wakes only for an event that it has registered.
      browser.runtime.onStartup.addListener(() => void tidy().catch((error: unknown) => log.warn("tidy", error)));
      policy.onChange(() => void registration.sync(import.meta.env.FIREFOX));
      browser.tabs.onRemoved.addListener(
        (gone) => void panels.forget((panel) => (panel.inPage ? panel.aboutTab : panel.joined?.tabId) === gone),
      );
      browser.commands.onCommand.addListener((_command, tab) => void offer(tab).catch(warn));
      browser.contextMenus.onClicked.addListener((info, tab) => {
        if (info.menuItemId === MENU_ID) void offer(tab).catch(warn);
      });
      void registration.sync(false);
    },
  };

  function warn(error: unknown): void {
    log.warn("form was not offered", error);
  }

  async function tidy(): Promise<void> {
    const stored = await browser.storage.local.get(null);
    await browser.storage.local.remove(outlivedKeys(stored, clock.now()));
  }
}

export type Launch = ReturnType<typeof createLaunch>;

const PANELS_KEY = "panels";
const sessionStore: PanelStore = {
  async read() {
    // Only this module writes the key, and the browser empties it when it closes.
    return ((await browser.storage.session.get(PANELS_KEY))[PANELS_KEY] as Panel[] | undefined) ?? [];
  },
  write: (panels) => browser.storage.session.set({ [PANELS_KEY]: panels }),
};

/** `documentId`s of our pages and frames that are there; null where the browser does not tell. */
async function livingDocuments(): Promise<ReadonlySet<string> | null> {
  // It names our tabs and leaves out our frames in web pages: a form that somebody writes in would pass for gone.
  if (import.meta.env.FIREFOX) return null;
  const runtime: Partial<Pick<typeof browser.runtime, "getContexts">> = browser.runtime;
  const contexts = await runtime.getContexts?.({});
  return contexts ? new Set(contexts.flatMap(({ documentId }) => documentId ?? [])) : null;
}

async function tabOf(sender: Sender) {
  return sender.tabId === null ? undefined : browser.tabs.get(sender.tabId);
}

async function tabsOf(origin: string): Promise<number[]> {
  const tabs = await browser.tabs.query({});
  return tabs
    .filter((tab) => tab.url !== undefined && URL.canParse(tab.url) && new URL(tab.url).origin === origin)
    .map((tab) => tab.id)
    .filter((id) => id !== undefined);
}
