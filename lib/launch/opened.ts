import { browser } from "wxt/browser";
import { z } from "zod";
import { namedQuery } from "@/lib/capture/named-query";
import { type CapturedPage, contextOf } from "@/lib/capture/page-context";
import { MOST_FAILED, MOST_READ } from "@/lib/capture/read-page";
import type { AskHere, KnownHere, KnownPlace } from "@/lib/known/known-item";
import type { PanelOpened } from "@/lib/messaging/messages";
import type { PolicyState } from "@/lib/policy/policy";
import { nameFor } from "@/lib/policy/name-for";
import { siteOf } from "@/lib/policy/site-of";
import { contextSchema, timingsSchema } from "@/lib/protocol/context";
import type { Drafts } from "./drafts";
import type { Panel } from "./panels";
import { contextWithin, mayBeExact } from "./within-policy";

export interface OpenedDeps {
  policy: { current(): Promise<PolicyState> };
  drafts: Pick<Drafts, "read">;
  /** The person's name as IT would see it, or null. */
  name(): Promise<string | null>;
  /** Whether all of the organisation is made up. */
  isSample(): Promise<boolean>;
  known: { here(place: KnownPlace | null): Promise<KnownHere>; ask(place: KnownPlace | null): Promise<AskHere | null> };
}

/** All that a panel may know once a person has clicked. Reads the page now, and not before. */
export async function readOpened(
  panel: Panel,
  { policy, drafts, name, isSample, known: ofAll }: OpenedDeps,
): Promise<PanelOpened> {
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
  const place = captured && { origin: captured.context.origin, path: captured.context.path ?? null };
  return {
    known: (await unlessBroken(ofAll.here(place))) ?? { items: [], elsewhere: 0 },
    // Whoever has begun to write is not asked something else.
    ask: draft === null ? await unlessBroken(ofAll.ask(place)) : null,
    siteName: site && nameFor(site, browser.i18n.getUILanguage()),
    context: context && contextWithin(context, rules, site),
    exactPath: captured && mayBeExact(captured.exactPath, rules) ? captured.exactPath : null,
    draft,
    name: known,
    identity,
    picture: rules.picture,
    patterns: rules.patterns,
    hasEndpoint: inForce.endpoint !== null,
    isShared: inForce.sharedDevice,
    isSample: (await unlessBroken(isSample())) ?? false,
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
    const raw = rawPageSchema.safeParse(injected?.result);
    if (!raw.success) return bare;
    const captured = contextOf({ ...raw.data, origin });
    const context = contextSchema.safeParse(captured.context);
    if (!context.success) return bare;
    return { ...captured, context: { ...context.data, zoom: Math.round(zoom * 100) / 100 } };
  } catch {
    return bare;
  }
}

const address = z.string().max(MOST_READ.address);

/** What comes from the page's process may be anything. */
const rawPageSchema = z.object({
  origin: address,
  pathname: address,
  search: address,
  hash: address,
  title: z.string().max(MOST_READ.title),
  timings: timingsSchema,
  failed: z.array(z.object({ name: address, responseStatus: z.number() })).max(MOST_FAILED),
  userAgent: z.string().max(MOST_READ.userAgent),
  viewport: z.string().max(40),
  locale: z.string().max(100),
});
