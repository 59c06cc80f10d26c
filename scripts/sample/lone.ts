import type { Kind } from "@/lib/protocol/event";
import seen from "@/tests/labelled/duplicates.seen.json" with { type: "json" };
import training from "@/tests/labelled/duplicates.training.json" with { type: "json" };
import type { Language, SiteKey, Step } from "./annoyance";
import { DAYS } from "./calendar";
import type { SampleSite } from "./company";
import { join, type World, workOn } from "./desk";
import { type Filed, fileReport } from "./person";
import { HEARD } from "./phrases";
import { sayWhetherItHelped } from "./verdicts";

interface Labelled {
  group: string | null;
  lang: string;
  words: string;
  goal?: string;
  kind?: string;
  origin: string;
  path: string | null;
}

/** The tool that a labelled text is about, and in which of the company's tools somebody would say it. */
const SAID_IN: Record<string, SiteKey> = {
  expenses: "travel",
  travel: "travel",
  finance: "travel",
  buy: "travel",
  erp: "orders",
  erp2: "orders",
  warehouse: "stock",
  crm: "customers",
  sales: "customers",
  time: "time",
  timesheet: "time",
  hr: "time",
  hris: "time",
};
/** About mail, files, printers and the like: the handbook is where people look for help with these. */
const ELSEWHERE: SiteKey = "handbook";

const MENDED: Record<Language, string> = {
  en: "It is mended since this morning. Please tell me if you still see it.",
  de: "Seit heute früh ist es behoben. Bitte sagen Sie mir, falls es noch einmal vorkommt.",
  pt: "Está resolvido desde hoje cedo. Se ainda acontecer, escreva aqui.",
};
const NOT_NOW: Record<Language, string> = {
  en: "We looked into it. This year it would take more time than it gives back, so we do not do it for now. We look at it again in half a year.",
  de: "Wir haben es geprüft. In diesem Jahr würde es mehr Zeit kosten, als es bringt, darum lassen wir es vorerst. In einem halben Jahr sehen wir es uns wieder an.",
  pt: "Analisamos. Neste ano tomaria mais tempo do que devolve, por isso não fazemos agora. Em meio ano olhamos de novo.",
};

/**
 * The many things of which only one or a few people say something. The texts are those of the labelled sets (never the
 * unseen half, nor the one set aside), each used once: written one by one, so no two are alike by accident.
 */
export function tellLoneOnes(world: World, sites: Record<SiteKey, SampleSite>): Filed[] {
  const { draw, events, calendar } = world;
  const groups = new Map<string, Labelled[]>();
  for (const [set, texts] of Object.entries({ seen, training })) {
    for (const [index, text] of (texts as Labelled[]).entries()) {
      const group = `${set} ${text.group ?? index}`;
      groups.set(group, [...(groups.get(group) ?? []), text]);
    }
  }
  return [...groups.values()].flatMap((texts) => tellGroup(texts));

  function tellGroup(texts: readonly Labelled[]): Filed[] {
    const begins = draw.int(0, DAYS - 1);
    const filed = texts.flatMap((text, index) => {
      const report = file(text, begins + (index === 0 ? 0 : draw.int(0, 40)));
      return report === null ? [] : [report];
    });
    const [first, ...others] = filed.toSorted((a, b) => a.at - b.at);
    if (!first) return [];
    const kind = texts.find(({ words }) => words === first.words)?.kind as Kind | undefined;
    const steps = stepsFor(first.language, kind, calendar.dayOf(first.at));
    const claims = workOn(world, first, { steps, helps: 0.8, lang: first.language });
    const all = [{ report: first, since: first.at }];
    for (const report of others) {
      const at = calendar.after(report.at, draw.int(1, 9));
      if (at > report.at && calendar.isPast(at)) all.push({ report, since: join(world, report, first, at) });
    }
    for (const { claim, until } of claims) {
      for (const { report, since } of all) {
        sayWhetherItHelped(world, { ...report, report: report.id }, { ...claim, at: Math.max(claim.at, since) }, until);
      }
    }
    return filed;
  }

  function file(text: Labelled, day: number): Filed | null {
    const tool = new URL(text.origin).hostname.split(".")[0] ?? "";
    const isElsewhere = SAID_IN[tool] === undefined;
    const site = sites[SAID_IN[tool] ?? ELSEWHERE];
    // Told from no page: the form in the popup is for what no tool of ours is about.
    const page =
      isElsewhere && draw.chance(0.5)
        ? null
        : { site, path: isElsewhere ? "/" : (text.path ?? "/"), title: site.name, paintMs: 1300 };
    const language = text.lang === "pt-BR" ? "pt" : (text.lang as Language);
    const usual = {
      kind: (text.kind ?? "other") as Kind,
      often: draw.pick(["monthly", "weekly", "weekly", "daily"] as const),
      minutes: draw.pick([1, 5, 5, 15] as const),
    };
    return fileReport(draw, events, {
      at: calendar.at(Math.min(day, DAYS - 1)),
      language,
      words: text.words,
      page,
      usual,
    });
  }

  function stepsFor(language: Language, kind: Kind | undefined, day: number): Step[] {
    // Nothing lies about unread for long.
    if (day > DAYS - 24 && draw.chance(0.4)) return [];
    const heard: Step = { day: 1 + Math.round(draw.early() * 11), status: "heard", note: draw.pick(HEARD[language]) };
    const later = heard.day + draw.int(8, 50);
    if (kind === "missing") {
      return draw.chance(0.45)
        ? [heard, { day: later, status: "declined", note: NOT_NOW[language], lookAgainAfter: 182 }]
        : [heard];
    }
    return draw.chance(0.5) ? [heard, { day: later, status: "done", note: MENDED[language] }] : [heard];
  }
}
