import { type Annoyance, type Language } from "./annoyance";
import { DAYS } from "./calendar";
import type { SampleSite } from "./company";
import { burdenOf } from "./cost";
import { join, type World, workOn } from "./desk";
import type { PageState } from "./page-facts";
import { HEARD } from "./phrases";
import { type Filed, fileReport } from "./person";
import { sayWhetherItHelped } from "./verdicts";
import { wordsOf } from "./wording";

/** Which languages the company's people write in. */
const SPOKEN: Record<Language, number> = { en: 50, de: 33, pt: 17 };
/** What a page of the company paints in where nothing is wrong, in milliseconds. */
const USUAL_PAINT_MS = 1300;
/** How long people go on reporting what is mended: not everybody hears of it at once. */
const ECHO_DAYS = 16;

/** All that happens with one annoyance in the year: `count` people report it, colleagues join, IT answers. */
export function tellAnnoyance(
  world: World,
  annoyance: Annoyance,
  site: SampleSite,
  count: number,
  name?: string,
): Filed[] {
  const { draw, events, calendar } = world;
  const end = annoyance.steps?.at(-1);
  const isOver = end?.status === "done" || end?.status === "possible" || end?.status === "declined";
  const lastDay = Math.min(DAYS - 1, isOver ? annoyance.begins + end.day + ECHO_DAYS : DAYS - 1);
  let first: Filed | null = null;
  first = file(annoyance.begins, annoyance.lang, name);
  if (first === null) return [];
  const claims = workOn(world, first, annoyance);

  const others: { report: Filed; joinedAt: number }[] = [];
  for (let index = 1; index < count; index += 1) {
    const day = annoyance.begins + (lastDay - annoyance.begins) * draw.early();
    const report = file(day, draw.weighted(SPOKEN));
    if (report === null) continue;
    const joinAt = calendar.after(report.at, draw.int(0, 6));
    // Some were never recognised as the same.
    const isJoined = joinAt > report.at && calendar.isPast(joinAt) && !draw.chance(0.05);
    if (!isJoined) hear(report);
    others.push({ report, joinedAt: isJoined ? join(world, report, first, joinAt) : Infinity });
  }

  const colleagues = meToos(first, lastDay);
  for (const { claim, until } of claims) {
    sayWhetherItHelped(world, { ...first, report: first.id }, claim, until);
    for (const { report, joinedAt } of others) {
      // It is asked of the joined as well, from the moment on that they are joined.
      const since = { ...claim, at: Math.max(claim.at, joinedAt) };
      if (since.at < until) sayWhetherItHelped(world, { ...report, report: report.id }, since, until);
    }
    for (const colleague of colleagues) {
      const since = { ...claim, at: Math.max(claim.at, colleague.at) };
      if (since.at < until) sayWhetherItHelped(world, colleague, since, until);
    }
  }
  return [first, ...others.map(({ report }) => report)];

  function file(day: number, language: Language, by?: string): Filed | null {
    const drawn = calendar.at(day);
    // Nobody says it before the first one does.
    const at = first !== null && drawn <= first.at ? calendar.after(first.at, 1) : drawn;
    const words = wordsOf(draw, language, annoyance.said[language]);
    return fileReport(draw, events, {
      at,
      language,
      words,
      page: pageAt(at),
      usual: annoyance,
      ...(by !== undefined && { name: by }),
    });
  }

  /** Answered by itself, where nobody saw that it was the same. */
  function hear(report: Filed): void {
    const note = draw.pick(HEARD[report.language]);
    workOn(world, report, { steps: [{ day: draw.int(1, 9), status: "heard", note }], lang: report.language });
  }

  function pageAt(at: number): PageState {
    const { path, title, element, paint, begins, steps = [] } = annoyance;
    const mended = steps.find(({ status }) => status === "done");
    const isMended = mended !== undefined && calendar.dayOf(at) > begins + mended.day;
    const paintMs = paint ? (isMended ? paint[1] : paint[0]) : USUAL_PAINT_MS;
    return { site, path, title, paintMs, ...(element && { element }) };
  }

  function meToos(report: Filed, last: number) {
    return Array.from({ length: Math.round(annoyance.weight * (1 + 8 * draw.early())) }, () => {
      const day = annoyance.begins + 1 + (last - annoyance.begins) * draw.early();
      const at = Math.max(calendar.at(day), report.at + 3_600_000);
      const burden = burdenOf(draw, annoyance);
      const tag = draw.tag();
      const language = draw.weighted(SPOKEN);
      const via = { as: "anonymous" } as const;
      events.add("org.earshot.metoo.set.v1", at, report.id, via, { tag, on: true, ...(burden && { burden }) });
      return { report: report.id, at, via, tag, language, burden };
    });
  }
}
