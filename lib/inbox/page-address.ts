import type { PageContext } from "@/lib/protocol/context";

/** Where "Open the page" leads. */
export interface PageAddress {
  url: string;
  /** false where an id in the address is not known: then it is the nearest page above it. */
  exact: boolean;
}

/**
 * The page's own address where it is known to the last part, else the longest part of its path before an id; null where
 * the report does not say. Always on the page's own host: the address was written by whoever sent the report.
 */
export function pageAddress(context: PageContext): PageAddress | null {
  const path = context.exactPath ?? context.path;
  if (path === undefined) return null;
  const known = context.exactPath ?? beforeTemplate(path);
  if (!known.startsWith("/") || !URL.canParse(known, context.origin)) return null;
  const url = new URL(known, context.origin);
  if (url.origin !== context.origin) return null;
  return { url: url.href, exact: known === path };
}

/** `/orders/{id}/lines` -> `/orders/`: the rest hangs on what nobody knows. */
function beforeTemplate(path: string): string {
  const at = path.indexOf("{");
  return at === -1 ? path : path.slice(0, path.lastIndexOf("/", at) + 1);
}
