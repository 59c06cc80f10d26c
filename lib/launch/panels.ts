import type { FrameOfTab } from "@/lib/messaging/push";
import type { Sender } from "@/lib/messaging/sender";
import type { Clock } from "@/lib/platform/clock";
import type { Seal } from "@/lib/outbox/seal";
import type { Ids } from "@/lib/platform/ids";

/**
 * One form: the panel in a page, or the same form in the popup or a tab of its own.
 *
 * issued (an address with a nonce) -> joined (the panel said hello, once, from the right place) -> open (a person
 * clicked: context and draft may be released). Click and hello come in either order. Kept in `storage.session`, since
 * the worker stops between them.
 */
export interface Panel {
  session: string;
  /** null once it was used. */
  nonce: string | null;
  /** The tab whose page the form is about; null for the form without a page. */
  aboutTab: number | null;
  /** That page's address when the form was asked for. */
  pageUrl: string | null;
  /** The launcher's own document; null where Firefox does not tell, and for a form outside a page. */
  documentId: string | null;
  /** false for the form in the popup or a tab of its own. */
  inPage: boolean;
  joined: Pick<Sender, "tabId" | "frameId" | "documentId"> | null;
  open: boolean;
  issuedAt: number;
  /** Of the report that is being written here, once the person has looked at what will be sent. */
  seal?: Seal | null;
  /** Under which its draft is kept, once it was asked for. */
  draftKey?: string;
}

export interface PanelStore {
  read(): Promise<Panel[]>;
  write(panels: Panel[]): Promise<void>;
}

export interface PanelDeps {
  store: PanelStore;
  clock: Clock;
  ids: Pick<Ids, "random">;
  /** `documentId`s of the panels that still stand somewhere; null where the browser does not tell. */
  livingDocuments(): Promise<ReadonlySet<string> | null>;
}

/** More than one person will ever have open; beyond it the oldest go that nobody writes in. */
const MOST_PANELS = 200;

export function createPanels({ store, clock, ids, livingDocuments }: PanelDeps) {
  let queue: Promise<unknown> = Promise.resolve();

  /** One change at a time: two that read before either wrote would lose one (seen with `storage.local`). */
  function change<T>(work: (panels: Panel[]) => Changed<T> | Promise<Changed<T>>): Promise<T> {
    const next = queue.then(async () => {
      const before = await store.read();
      const { panels, result } = await work(before);
      if (panels !== before) await store.write(bounded(panels));
      return result;
    });
    queue = next.catch(() => {});
    return next;
  }

  /** `replaces`: which panels this one has taken the place of. */
  function update(
    find: (panel: Panel) => boolean,
    patch: Partial<Panel>,
    replaces: (panel: Panel, by: Panel) => boolean = () => false,
  ): Promise<Panel | null> {
    return change((panels) => {
      // The newest wins: a page that was warmed twice has one panel that counts.
      const found = panels.findLast(find);
      if (!found) return { panels, result: null };
      const after = { ...found, ...patch };
      const others = panels.filter((panel) => panel === found || !replaces(panel, after));
      return { panels: others.map((panel) => (panel === found ? after : panel)), result: after };
    });
  }

  /** The panel of a session, if it is that panel that asks; one that nobody has clicked yet included. */
  async function of(session: string, sender: Sender): Promise<Panel | null> {
    await queue;
    const panel = (await store.read()).find((one) => one.session === session);
    if (!panel?.joined) return null;
    const { tabId, documentId } = panel.joined;
    return tabId === sender.tabId && documentId === sender.documentId ? panel : null;
  }

  return {
    /** `nonce`: of a panel that its launcher has made already; else one is made here. */
    issue(
      about: Pick<Panel, "aboutTab" | "pageUrl" | "documentId" | "inPage">,
      nonce: string = ids.random(),
    ): Promise<{ nonce: string }> {
      const panel: Panel = {
        ...about,
        session: ids.random(),
        nonce,
        joined: null,
        // A form outside a page was asked for by name: there is no click to wait for.
        open: !about.inPage,
        issuedAt: clock.now(),
      };
      // A tab has one launcher, and that one frame: what was warmed before and never clicked is gone.
      const isPast = (one: Panel) => about.inPage && one.inPage && !one.open && one.aboutTab === about.aboutTab;
      return change((panels) => ({ panels: [...panels.filter((one) => !isPast(one)), panel], result: { nonce } }));
    },

    /** The panel's hello: good once, and only from the tab that the address was made for. */
    join(nonce: string, sender: Sender): Promise<Panel | null> {
      const { tabId, frameId, documentId } = sender;
      return update(
        (panel) => panel.nonce === nonce && isInPlace(panel, sender),
        { nonce: null, joined: { tabId, frameId, documentId } },
        // One popup at a time, and one form in a tab of its own.
        (past, { inPage }) => !inPage && !past.inPage && past.joined?.tabId === tabId,
      );
    },

    /** The launcher's click. */
    open(sender: Sender): Promise<Panel | null> {
      return update(
        (panel) => panel.inPage && panel.aboutTab === sender.tabId && panel.documentId === sender.documentId,
        { open: true },
        (past, { aboutTab }) => past.inPage && past.aboutTab === aboutTab,
      );
    },

    /**
     * The key of a panel's draft; at the first time `pick` chooses one that is not `taken` by another panel. Panels that
     * are gone without a word (their page was reloaded) hold none, and are forgotten. Rejects for an unknown session.
     */
    claim(session: string, pick: (taken: ReadonlySet<string>) => Promise<string>): Promise<string> {
      return change(async (panels) => {
        const found = panels.find((panel) => panel.session === session);
        if (!found) throw new Error("no such panel");
        if (found.draftKey !== undefined) return { panels, result: found.draftKey };
        const living = await livingDocuments();
        const isThere = (panel: Panel) => !living || living.has(panel.joined?.documentId ?? "");
        const left = panels.filter((panel) => panel === found || panel.draftKey === undefined || isThere(panel));
        const draftKey = await pick(new Set(left.flatMap((panel) => panel.draftKey ?? [])));
        return { panels: left.map((panel) => (panel === found ? { ...found, draftKey } : panel)), result: draftKey };
      });
    },

    of,

    /** Where panels stand in pages, each in a frame of its tab. */
    async frames(): Promise<FrameOfTab[]> {
      await queue;
      const joined = (await store.read()).flatMap((panel) => (panel.inPage && panel.joined ? [panel.joined] : []));
      return joined.flatMap(({ tabId, frameId }) => (tabId === null || frameId === null ? [] : [{ tabId, frameId }]));
    },

    /** Keeps what `renew` makes of the seal of before; null where it is not that panel that asks. */
    async seal(session: string, sender: Sender, renew: (before: Seal | null) => Seal): Promise<Seal | null> {
      if (!(await of(session, sender))?.open) return null;
      return change((panels) => {
        const found = panels.find((panel) => panel.session === session);
        if (!found) return { panels, result: null };
        const seal = renew(found.seal ?? null);
        if (seal === found.seal) return { panels, result: seal };
        return { panels: panels.map((panel) => (panel === found ? { ...found, seal } : panel)), result: seal };
      });
    },

    /** The report is stored, or shall be another one: the next has nothing in common with it. */
    async unseal(session: string): Promise<void> {
      await update((panel) => panel.session === session, { seal: null });
    },

    forget(gone: (panel: Panel) => boolean): Promise<void> {
      return change((panels) => {
        const left = panels.filter((panel) => !gone(panel));
        return { panels: left.length === panels.length ? panels : left, result: undefined };
      });
    },
  };
}

export type Panels = ReturnType<typeof createPanels>;

interface Changed<T> {
  panels: Panel[];
  result: T;
}

/** Without the oldest beyond the limit; a panel that a person has before them always stays. */
function bounded(panels: Panel[]): Panel[] {
  let over = panels.length - MOST_PANELS;
  return panels.filter((panel) => (panel.open && (panel.inPage || panel.joined)) || over-- <= 0);
}

function isInPlace(panel: Panel, sender: Sender): boolean {
  if (!panel.inPage) return (sender.frameId ?? 0) === 0;
  return sender.tabId === panel.aboutTab && sender.frameId !== null && sender.frameId !== 0;
}
