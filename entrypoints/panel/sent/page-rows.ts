import { i18n } from "#i18n";
import { sayElement } from "@/lib/capture/element-words";
import { textWith } from "@/lib/platform/text";
import type { PageContext } from "@/lib/protocol/context";
import { sayLanguage, sayPercent, saySeconds } from "./say";

type PageField = Exclude<keyof PageContext, "origin">;

interface PageWords {
  label: () => string;
  /** undefined where the page has none, or it was left out. */
  say: (context: PageContext) => string | undefined;
}

/** Everything of a page's context in plain words, by its field. */
export const PAGE_WORDS: { [K in PageField]-?: PageWords } = {
  site: { label: () => i18n.t("sent.site"), say: ({ site }) => site },
  path: { label: () => i18n.t("sent.path"), say: ({ path }) => path && sayPath(path) },
  exactPath: { label: () => i18n.t("sent.exactPage"), say: ({ exactPath }) => exactPath },
  query: { label: () => i18n.t("sent.query"), say: ({ query }) => query && sayQuery(query) },
  title: { label: () => i18n.t("sent.pageTitle"), say: ({ title }) => title },
  element: { label: () => i18n.t("picker.sent"), say: ({ element }) => element && sayPointed(element) },
  timings: { label: () => i18n.t("sent.speed"), say: ({ timings }) => timings && saySpeed(timings) },
  failedRequests: {
    label: () => i18n.t("sent.failed"),
    say: ({ failedRequests }) => failedRequests?.map(sayFailed).join("\n"),
  },
  browser: { label: () => i18n.t("sent.browser"), say: ({ browser }) => browser },
  os: { label: () => i18n.t("sent.os"), say: ({ os }) => os },
  viewport: { label: () => i18n.t("sent.viewport"), say: ({ viewport }) => viewport?.replace("x", " × ") },
  zoom: { label: () => i18n.t("sent.zoom"), say: ({ zoom }) => (zoom === undefined ? undefined : sayPercent(zoom)) },
  locale: { label: () => i18n.t("sent.locale"), say: ({ locale }) => locale && sayLanguage(locale) },
};

export const PAGE_FIELDS = Object.keys(PAGE_WORDS) as PageField[];

function sayQuery(query: NonNullable<PageContext["query"]>): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

/** The marks for what was taken out of an address are not the person's business. */
function sayPath(path: string): string {
  return path.replaceAll("{id}", "…");
}

/** The path to it is said, not shown: it is for IT's browser, and nobody else can read it. */
function sayPointed(element: NonNullable<PageContext["element"]>): string {
  const { css, quote } = element;
  const around = quote && [quote.prefix, `“${quote.exact}”`, quote.suffix].filter(Boolean).join(" … ");
  return [sayElement(element, textWith), around, css && i18n.t("picker.foundAgain")].filter(Boolean).join("\n");
}

function saySpeed(timings: NonNullable<PageContext["timings"]>): string {
  const said = (["ttfb", "lcp", "load", "inp", "longTasks"] as const)
    .filter((key) => timings[key] !== undefined)
    .map((key) => i18n.t(`sent.took.${key}`, [saySeconds(timings[key] ?? 0)]));
  if (timings.cls !== undefined) said.push(i18n.t("sent.took.cls", [sayPercent(timings.cls)]));
  return said.join(", ");
}

/** What became of it. Nobody should have to know the numbers. */
function sayFailed({ path, status }: { path: string; status: number }): string {
  const what = sayPath(path);
  if (status === 401 || status === 403) return i18n.t("sent.failedHow.denied", [what]);
  if (status === 404 || status === 410) return i18n.t("sent.failedHow.missing", [what]);
  return i18n.t(status >= 500 ? "sent.failedHow.server" : "sent.failedHow.other", [what]);
}
