import type { PageContext } from "@/lib/protocol/context";
import type { Annoyance, Language } from "./annoyance";
import type { SampleSite } from "./company";
import type { Draw } from "./draw";

/** Where the page stands at that moment: what it usually paints in, in milliseconds. */
export interface PageState {
  site: SampleSite;
  path: string;
  title: string;
  element?: Annoyance["element"];
  paintMs: number;
}

const LOCALES: Record<Language, readonly string[]> = {
  en: ["en-GB", "en-GB", "en-IE", "en"],
  de: ["de-DE", "de-DE", "de", "de-AT"],
  pt: ["pt-BR"],
};

const SYSTEMS = { "Windows 11": 7, "Windows 10": 2, macOS: 2, "Chrome OS": 1 } as const;
const VIEWPORTS = ["1920x1080", "1920x969", "1536x730", "1440x900", "1280x720", "2560x1300", "1366x657"];

/** What a report carries of its page. */
export function contextOf(draw: Draw, page: PageState, language: Language, anonymous: boolean): PageContext {
  return {
    origin: page.site.origin,
    path: page.path,
    site: page.site.name,
    ...(!anonymous && { title: page.title }),
    ...(page.element && draw.chance(0.4) && { element: { role: page.element[0], name: page.element[1] } }),
    ...(draw.chance(0.8) && { timings: timingsOf(draw, page.paintMs) }),
    browser: `${draw.weighted({ Chromium: 5, Edge: 4 })} ${draw.int(150, 156)}`,
    os: draw.weighted(SYSTEMS),
    viewport: draw.pick(VIEWPORTS),
    zoom: draw.chance(0.8) ? 1 : draw.pick([0.9, 1.1, 1.25, 1.5]),
    locale: draw.pick(LOCALES[language]),
  };
}

function timingsOf(draw: Draw, paintMs: number): NonNullable<PageContext["timings"]> {
  const lcp = Math.round(paintMs * draw.around());
  return {
    ttfb: Math.round(lcp * 0.2 * draw.around()),
    lcp,
    load: Math.round(lcp * 1.1),
    inp: Math.round(120 * draw.around()),
    longTasks: Math.round(lcp * 0.12 * draw.around()),
    cls: Math.round(draw.around() * 4) / 100,
  };
}
