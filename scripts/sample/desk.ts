import type { Annoyance, Language, Step } from "./annoyance";
import type { Calendar } from "./calendar";
import { REVIEWERS } from "./company";
import type { Draw } from "./draw";
import { type Filed, TAGS } from "./person";
import { JOINED, NOTES, REPLIES } from "./phrases";
import type { Events, Via } from "./sample-events";
import type { Claim } from "./verdicts";

export interface World {
  draw: Draw;
  events: Events;
  calendar: Calendar;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

function reviewer(name: string): Via {
  return { as: "reviewer", name };
}

/** One after another what IT does with a report; gives the claims that it makes, each with the moment that ends it. */
export function workOn(
  world: World,
  report: Filed,
  { steps = [], helps = 0.8, published, lang }: Pick<Annoyance, "steps" | "helps" | "published" | "lang">,
): { claim: Claim; until: number }[] {
  const { draw, events, calendar } = world;
  const name = draw.pick(REVIEWERS[lang]);
  const claims: { claim: Claim; until: number }[] = [];
  let basedOn: string | null = null;
  for (const [index, step] of steps.entries()) {
    const at = calendar.after(report.at, step.day);
    const event: string | null = events.add(
      "org.earshot.status.set.v1",
      at,
      report.id,
      reviewer(name),
      statusOf(step, basedOn, lang, at),
    );
    if (event === null) break;
    if (index === 0) takeOn(world, report, name, at);
    for (const last of claims.slice(-1)) last.until = Math.min(last.until, at);
    if (step.status === "done" || step.status === "possible") {
      // What had to be taken up again had not helped that much.
      const isLast = !steps.slice(index + 1).some(({ status }) => status === "done");
      claims.push({ claim: { event, at, helps: isLast ? helps : 0.4 }, until: Infinity });
    }
    if (step.status === "asked" || draw.chance(0.3)) {
      const replyAt = calendar.after(at, 1);
      const next = steps[index + 1];
      if (!next || replyAt < calendar.after(report.at, next.day)) writeBack(world, report, replyAt);
    }
    if (step.status === "planned") setTriage(world, report, name, at + 3 * MINUTE_MS);
    basedOn = event;
  }
  const [first] = steps;
  if (first && published) publish(world, report, name, published, calendar.after(report.at, first.day + 1));
  return claims;
}

function statusOf({ status, note, lookAgainAfter }: Step, basedOn: string | null, lang: Language, at: number) {
  return {
    status,
    basedOn,
    ...(note !== undefined && { note, lang: TAGS[lang] }),
    ...(lookAgainAfter !== undefined && {
      lookAgain: new Date(at + lookAgainAfter * DAY_MS).toISOString().slice(0, 10),
    }),
  };
}

function takeOn({ draw, events }: World, report: Filed, name: string, at: number): void {
  events.add("org.earshot.triage.set.v1", at + MINUTE_MS, report.id, reviewer(name), { assignee: name });
  if (!draw.chance(0.35)) return;
  const note = { text: draw.pick(NOTES), lang: "en", visibility: "internal" } as const;
  events.add("org.earshot.comment.added.v1", at + 2 * MINUTE_MS, report.id, reviewer(name), note);
}

function setTriage({ draw, events }: World, report: Filed, name: string, at: number): void {
  const key = `NW-${draw.int(1200, 4800)}`;
  const externalRefs = [{ system: "Tickets", key, url: `https://tickets.nordwind.example/${key}` }];
  events.add("org.earshot.triage.set.v1", at, report.id, reviewer(name), { externalRefs, labels: ["with the makers"] });
}

function writeBack({ draw, events }: World, report: Filed, at: number): void {
  const { id, via, language } = report;
  const text = draw.pick(REPLIES[language]);
  events.add("org.earshot.comment.added.v1", at, id, via, { text, lang: TAGS[language], visibility: "thread" });
}

function publish(
  { events }: World,
  report: Filed,
  name: string,
  published: NonNullable<Annoyance["published"]>,
  at: number,
): void {
  const [first, ...others] = Object.entries(published).map(([language, text]) => ({
    lang: TAGS[language as Language],
    ...text,
  }));
  if (!first) return;
  const texts = Object.fromEntries(others.map(({ lang, ...text }) => [lang, text]));
  const data = { ...first, place: "page" as const, ...(others.length > 0 && { texts }) };
  events.add("org.earshot.summary.published.v1", at, report.id, reviewer(name), data);
}

/** Says that a report is the same as another one, and mostly tells its reporter so. Gives when. */
export function join({ draw, events }: World, report: Filed, into: Filed, at: number): number {
  const name = draw.pick(REVIEWERS[report.language]);
  events.add("org.earshot.report.linked.v1", at, report.id, reviewer(name), { into: into.id });
  if (draw.chance(0.3)) {
    const said = {
      text: draw.pick(JOINED[report.language]),
      lang: TAGS[report.language],
      visibility: "thread",
    } as const;
    events.add("org.earshot.comment.added.v1", at + MINUTE_MS, report.id, reviewer(name), said);
  }
  return at;
}
