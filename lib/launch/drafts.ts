import type { EarshotDatabase } from "@/lib/database/open";
import type { Draft } from "@/lib/database/rows";
import type { Clock } from "@/lib/platform/clock";
import type { Ids } from "@/lib/platform/ids";
import { isEmptyDraft } from "./empty-draft";
import type { Panel, Panels } from "./panels";

export interface DraftsDeps {
  db: EarshotDatabase;
  panels: Pick<Panels, "claim">;
  clock: Clock;
  ids: Pick<Ids, "random">;
}

/**
 * Drafts are kept by the page's origin ("" for the form without a page) and by the panel that writes: two tabs of one
 * tool write two. A panel takes over the newest draft of its origin that no other panel writes, so that a reload, a
 * page that removed us and a browser that was killed lose nothing.
 */
export function createDrafts({ db, panels, clock, ids }: DraftsDeps) {
  async function newest(origin: string, taken: ReadonlySet<string>): Promise<string | undefined> {
    const free = db.drafts.orderBy("updatedAt").filter(({ key }) => originOf(key) === origin && !taken.has(key));
    return (await free.last())?.key;
  }

  /** The key of the panel's own draft: chosen when it is first asked for, and the same ever after. */
  function keyOf(panel: Panel): Promise<string> {
    const origin = panel.pageUrl === null ? "" : new URL(panel.pageUrl).origin;
    return panels.claim(panel.session, async (taken) => (await newest(origin, taken)) ?? `${origin} ${ids.random()}`);
  }

  return {
    keyOf,

    async read(panel: Panel): Promise<Draft | null> {
      return (await db.drafts.get(await keyOf(panel)))?.draft ?? null;
    },

    async keep(panel: Panel, draft: Draft): Promise<void> {
      const key = await keyOf(panel);
      if (isEmptyDraft(draft)) await db.drafts.delete(key);
      else await db.drafts.put({ key, draft, updatedAt: clock.now() });
    },
  };
}

export type Drafts = ReturnType<typeof createDrafts>;

/** An origin has no space in it. Drafts of before were kept by the origin alone. */
function originOf(key: string): string {
  return key.split(" ", 1)[0] ?? "";
}
