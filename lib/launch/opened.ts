import { browser } from "wxt/browser";
import type { PanelOpened } from "@/lib/messaging/messages";
import type { PolicyState } from "@/lib/policy/policy";
import { siteOf } from "@/lib/policy/site-of";
import { contextSchema, type PageContext } from "@/lib/protocol/context";
import type { Drafts } from "./drafts";
import type { Panel } from "./panels";

export interface OpenedDeps {
  policy: { current(): Promise<PolicyState> };
  drafts: Pick<Drafts, "read">;
  /** The person's name as IT would see it, or null. */
  name(): Promise<string | null>;
}

/** All that a panel may know once a person has clicked. Reads the page now, and not before. */
export async function readOpened(panel: Panel, { policy, drafts, name }: OpenedDeps): Promise<PanelOpened> {
  const [state, draft, captured, known] = await Promise.all([
    policy.current(),
    drafts.read(panel),
    capture(panel),
    name(),
  ]);
  const site = panel.pageUrl === null ? null : siteOf(state.policy, panel.pageUrl);
  const context = captured && { ...captured.context, ...(site ? { site: site.name } : {}) };
  return {
    siteName: site?.name ?? null,
    context,
    exactPath: captured?.exactPath ?? null,
    draft,
    name: known,
    hasEndpoint: state.policy.endpoint !== null,
  };
}

interface Captured {
  context: PageContext;
  exactPath: string | null;
}

/** A page that cannot be read (gone, sandboxed) still has an address: the report says where it was. */
async function capture({ aboutTab, pageUrl }: Panel): Promise<Captured | null> {
  if (aboutTab === null || pageUrl === null) return null;
  // The browser vouches for the address, the page's process only for what it says of itself.
  const { origin } = new URL(pageUrl);
  const bare: Captured = { context: { origin }, exactPath: null };
  try {
    const [[injected], zoom] = await Promise.all([
      browser.scripting.executeScript({ target: { tabId: aboutTab }, files: ["/page-context.js"] }),
      browser.tabs.getZoom(aboutTab),
    ]);
    const result: unknown = injected?.result;
    if (typeof result !== "object" || result === null || !("context" in result)) return bare;
    const parsed = contextSchema.safeParse(result.context);
    if (!parsed.success) return bare;
    const exact = "exactPath" in result && typeof result.exactPath === "string" ? result.exactPath : null;
    return { context: { ...parsed.data, origin, zoom: Math.round(zoom * 100) / 100 }, exactPath: exact };
  } catch {
    return bare;
  }
}
