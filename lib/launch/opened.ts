import { browser } from "wxt/browser";
import { namedQuery } from "@/lib/capture/named-query";
import type { CapturedPage } from "@/lib/capture/page-context";
import type { PanelOpened } from "@/lib/messaging/messages";
import type { PolicyState } from "@/lib/policy/policy";
import { siteOf } from "@/lib/policy/site-of";
import { contextSchema } from "@/lib/protocol/context";
import type { Drafts } from "./drafts";
import type { Panel } from "./panels";
import { contextWithin, mayBeExact } from "./within-policy";

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
    unlessBroken(drafts.read(panel)),
    capture(panel),
    unlessBroken(name()),
  ]);
  const { policy: inForce } = state;
  const { capture: rules, identity } = inForce;
  const site = panel.pageUrl === null ? null : siteOf(inForce, panel.pageUrl);
  const query = captured && namedQuery(captured.search, captured.hash, rules.query);
  const context = captured && { ...captured.context, ...(query && { query }), ...(site && { site: site.name }) };
  return {
    siteName: site?.name ?? null,
    context: context && contextWithin(context, rules, site),
    exactPath: captured && mayBeExact(captured.exactPath, rules) ? captured.exactPath : null,
    draft,
    name: known,
    identity,
    picture: rules.picture,
    patterns: rules.patterns,
    hasEndpoint: inForce.endpoint !== null,
  };
}

/**
 * A database that cannot be read keeps nobody from writing: the form says that nothing is kept, and `Send to IT` that it
 * could not be saved, with the words still there.
 */
function unlessBroken<T>(read: Promise<T>): Promise<T | null> {
  return read.catch(() => null);
}

/** A page that cannot be read (gone, sandboxed) still has an address: the report says where it was. */
async function capture({ aboutTab, pageUrl }: Panel): Promise<CapturedPage | null> {
  if (aboutTab === null || pageUrl === null) return null;
  // The browser vouches for the address, the page's process only for what it says of itself.
  const { origin } = new URL(pageUrl);
  const bare: CapturedPage = { context: { origin }, exactPath: null, search: "", hash: "" };
  try {
    const [[injected], zoom] = await Promise.all([
      browser.scripting.executeScript({ target: { tabId: aboutTab }, files: ["/page-context.js"] }),
      browser.tabs.getZoom(aboutTab),
    ]);
    const result: unknown = injected?.result;
    if (typeof result !== "object" || result === null || !("context" in result)) return bare;
    const parsed = contextSchema.safeParse(result.context);
    if (!parsed.success) return bare;
    return {
      context: { ...parsed.data, origin, zoom: Math.round(zoom * 100) / 100 },
      exactPath: textIn(result, "exactPath"),
      search: textIn(result, "search") ?? "",
      hash: textIn(result, "hash") ?? "",
    };
  } catch {
    return bare;
  }
}

function textIn(result: object, key: keyof CapturedPage): string | null {
  const value: unknown = (result as Partial<Record<typeof key, unknown>>)[key];
  return typeof value === "string" ? value : null;
}
