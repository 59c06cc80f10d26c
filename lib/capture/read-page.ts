import { timings, type Recorded } from "./timings";

/**
 * What a page says of itself, as it says it: cut, and nothing else. What is private in it is looked for in the
 * background (`contextOf`): those expressions take 14 ms when a page first uses them, and this takes 1.
 */
export interface RawPage {
  origin: string;
  pathname: string;
  search: string;
  hash: string;
  title: string;
  timings: ReturnType<typeof timings>;
  /** Requests that failed, oldest first. */
  failed: { name: string; responseStatus: number }[];
  userAgent: string;
  /** Pixels, `1280x800`. */
  viewport: string;
  /** BCP 47. */
  locale: string;
}

/** UTF-16 code units: a browser takes an address of 2 MB, and a page a title of any length. */
export const MOST_READ = { address: 4096, title: 1000, userAgent: 1000 };
/** More than are named in the end: an application that polls fails with the same one again and again. */
export const MOST_FAILED = 200;

/** Reads what the browser has recorded of the page anyway, and leaves nothing behind. null for what is not on the web. */
export function readPage(page: Window & typeof globalThis): RawPage | null {
  const { location, document, navigator } = page;
  if (location.protocol !== "https:" && location.protocol !== "http:") return null;
  const { address } = MOST_READ;
  return {
    origin: location.origin,
    pathname: location.pathname.slice(0, address),
    search: location.search.slice(0, address),
    hash: location.hash.slice(0, address),
    title: document.title.slice(0, MOST_READ.title),
    timings: timings(recorded(page)),
    failed: failed(page),
    userAgent: navigator.userAgent.slice(0, MOST_READ.userAgent),
    viewport: `${page.innerWidth}x${page.innerHeight}`,
    locale: navigator.language,
  };
}

/** Of what the page has loaded, itself included: a tool's own error page is what people see most. */
function failed(page: Window & typeof globalThis): RawPage["failed"] {
  const entries = ["navigation", "resource"].flatMap((type) => page.performance.getEntriesByType(type));
  return (entries as PerformanceResourceTiming[])
    .filter(({ responseStatus }) => responseStatus >= 400)
    .slice(-MOST_FAILED)
    .map(({ name, responseStatus }) => ({ name: name.slice(0, MOST_READ.address), responseStatus }));
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
