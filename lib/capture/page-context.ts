import type { PageContext } from "@/lib/protocol/context";
import { browserName } from "./browser-name";
import { failedRequests } from "./failed-requests";
import { shortText } from "./short-text";
import { exactPath, templatePath } from "./template-path";
import { timings, type Recorded } from "./timings";

/**
 * What is read of a page when the panel opens. The exact path is kept apart: it is sent only if the person says so. So
 * are query and hash, of which the background keeps what policy names.
 */
export interface CapturedPage {
  context: PageContext;
  exactPath: string | null;
  search: string;
  hash: string;
}

/** A browser takes an address of 2 MB. */
const MOST_QUERY = 4096;

/**
 * Reads what the browser has recorded of the page anyway; takes about 1 ms, the first time in a page 14, and leaves nothing behind in it.
 * Returns null for a page that is not on the web.
 */
export function capturePage(page: Window & typeof globalThis): CapturedPage | null {
  const { location, document, navigator } = page;
  if (location.protocol !== "https:" && location.protocol !== "http:") return null;
  const title = shortText(document.title, 200);
  const measured = timings(recorded(page));
  const failed = failedRequests(requests(page), location.origin);
  const context: PageContext = {
    origin: location.origin,
    path: templatePath(location.pathname, location.hash),
    ...(title ? { title } : {}),
    ...(Object.keys(measured).length > 0 ? { timings: measured } : {}),
    ...(failed ? { failedRequests: failed } : {}),
    ...browserName(navigator.userAgent),
    viewport: `${page.innerWidth}x${page.innerHeight}`,
    locale: navigator.language,
  };
  return {
    context,
    exactPath: exactPath(location.pathname, location.hash),
    search: location.search.slice(0, MOST_QUERY),
    hash: location.hash.slice(0, MOST_QUERY),
  };
}

/** What the page has loaded, itself included: a tool's own error page is what people see most. */
function requests(page: Window & typeof globalThis): readonly PerformanceResourceTiming[] {
  const entries = ["navigation", "resource"].flatMap((type) => page.performance.getEntriesByType(type));
  return entries as PerformanceResourceTiming[];
}

/** Entries that lib.dom does not know; Firefox and Safari lack some of them altogether. */
type ShiftEntry = PerformanceEntry & { value: number; hadRecentInput: boolean };

function recorded(page: Window & typeof globalThis): Recorded {
  const navigation = page.performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  return {
    navigation: navigation ?? null,
    largestPaints: buffered(page, "largest-contentful-paint"),
    shifts: buffered(page, "layout-shift") as ShiftEntry[],
    longTasks: buffered(page, "longtask"),
    interactions: (buffered(page, "event") as PerformanceEventTiming[]).map((entry) => ({
      duration: entry.duration,
      interactionId: entry.interactionId ?? 0,
    })),
  };
}

/** What the browser keeps for observers that come late; it is there at once, no turn of the event loop is needed. */
function buffered(page: Window & typeof globalThis, type: string): PerformanceEntryList {
  if (!page.PerformanceObserver.supportedEntryTypes.includes(type)) return [];
  const observer = new page.PerformanceObserver(() => {});
  observer.observe({ type, buffered: true });
  const entries = observer.takeRecords();
  observer.disconnect();
  return entries;
}
