import { hasLauncher } from "@/lib/policy/has-launcher";
import type { Policy } from "@/lib/policy/policy";
import { matches } from "@/lib/policy/site-of";

/** A tab as the browser tells of it; without an address where it is kept from us. */
export interface Tab {
  id?: number | undefined;
  url?: string | undefined;
  lastAccessed?: number | undefined;
}

/** What policy says of a page. */
export interface PageFacts {
  /** Without query and fragment. */
  address: string;
  /** The sites that match, the one that counts first, each with the pattern by which it does. */
  sites: { name: string; pattern: string }[];
  hasButton: boolean;
  /** The person has hidden the button there. */
  isHidden: boolean;
  /** false: the browser's own policy keeps every script of ours out; null where it was not tried. */
  isLetIn: boolean | null;
}

/** The tab from which we were opened, else the page of the web that was looked at last; null where there is none. */
export function pickTab<T extends Tab>(tabs: readonly T[], openerId: number | undefined): T | null {
  const pages = tabs.filter(({ url }) => url !== undefined && /^https?:/.test(url));
  const opener = pages.find(({ id }) => id !== undefined && id === openerId);
  return opener ?? pages.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0] ?? null;
}

export function pageFacts(policy: Policy, url: string, hiddenOn: readonly string[]): Omit<PageFacts, "isLetIn"> {
  const { origin, pathname, href } = new URL(url);
  const sites = policy.sites.flatMap(({ name, matches: patterns }) => {
    const pattern = patterns.find((text) => matches(text, new URL(href)));
    return pattern === undefined ? [] : [{ name, pattern }];
  });
  return {
    address: origin + pathname,
    sites,
    hasButton: hasLauncher(policy, href),
    isHidden: hiddenOn.includes(origin),
  };
}
