import type { FigureBlock } from "@/lib/protocol/digest";
import { balanceOf, type Hours, populations } from "./balance";
import { guardedHours } from "./cells";
import type { Cover } from "./coverage";
import type { Impact } from "./figures";
import { type Month, monthFinder } from "./months";
import { guard, type Guarded, hidden } from "./threshold";
import type { Fact, Told } from "./told";

/** One annoyance that IT put right, or showed how to do, in a month. */
interface MonthFix extends Pick<Fact, "id" | "kind"> {
  status: "done" | "possible";
  site: string | null;
  /** What its people say; null where too few have said anything. */
  helped: { yes: number; partly: number; no: number } | null;
  /** A week; null: not said, or of too few people. */
  hours: number | null;
}

/** One annoyance that IT said no to in a month, and what it keeps costing. */
interface MonthNo extends Pick<Fact, "id" | "kind"> {
  site: string | null;
  people: number | null;
  hours: number | null;
}

export interface MonthPage {
  /** `2026-10`. */
  month: string;
  figures: FigureBlock[];
  /** What gave back most first. */
  fixes: MonthFix[];
  /** What costs most first. */
  nos: MonthNo[];
}

/**
 * What the page for the business says of one month, without a word of anybody. `impact` is of the same items, `months`
 * as it counts them. A line is hidden where it could be worked out from the month's sum, or from that of all months.
 */
export function monthPage(
  items: readonly Told[],
  { impact, months, month }: { impact: Impact; months: readonly Month[]; month: string },
): MonthPage {
  const { threshold } = impact;
  // Of several that are as small the first is hidden: the same one at each look, in whatever order they come.
  const facts = items.flatMap(({ doc, joinedInto }) => (joinedInto === null ? doc : [])).toSorted(byId);
  const monthAt = monthFinder(months);
  const isOfMonth = ({ statusAt, createdAt }: Fact) => months[monthAt(statusAt ?? createdAt)]?.name === month;

  const claims = facts.filter(({ helped }) => helped.forEvent !== null);
  const isSilent = hidden([claims.map(({ helped }) => helped.yes + helped.partly + helped.no)], threshold);
  const answers = new Map(claims.flatMap(({ id, helped }, at) => (isSilent[at] ? [] : [[id, helped] as const])));
  const done = facts.filter((fact) => isFixed(fact) && isOfMonth(fact));
  const ofMonth = guardedHours(
    done.map((fact) => balanceOf(fact).given),
    threshold,
  );
  const ofAll = new Map(impact.lines.map(({ id, figures }) => [id, figures]));
  const fixes = done.map((fact, at): MonthFix => {
    const { id, kind, status, context } = fact;
    const helped = answers.get(id);
    const said = helped && helped.yes + helped.partly + helped.no > 0 ? helped : null;
    return {
      id,
      kind,
      status: status === "possible" ? "possible" : "done",
      site: context?.site ?? null,
      helped: said && { yes: said.yes, partly: said.partly, no: said.no },
      hours: ofAll.get(id) === "few" ? null : hoursOf(ofMonth[at]),
    };
  });

  const declined = facts.filter(({ status }) => status === "declined");
  const lost = guardedHours(
    declined.map((fact) => balanceOf(fact).lost),
    threshold,
  );
  const nos = declined.flatMap((fact, at): MonthNo[] => {
    if (!isOfMonth(fact)) return [];
    const hours = lost[at] ?? "few";
    const { id, kind, context } = fact;
    const people = hours === "few" ? null : hours.people;
    return [{ id, kind, site: context?.site ?? null, people, hours: hoursOf(hours) }];
  });

  return {
    month,
    figures: figuresOf(impact, month),
    fixes: fixes.sort((a, b) => byMost(a.hours, b.hours) || byId(a, b)),
    nos: nos.sort((a, b) => byMost(a.hours, b.hours) || byId(a, b)),
  };
}

/** What is hidden is no figure at all. */
function figuresOf(impact: Impact, month: string): FigureBlock[] {
  const { told = "few", given = "few" } = impact.months.find((each) => each.month === month) ?? {};
  return [
    ...(told === "few" ? [] : [{ block: "figure", name: "told", ...told } as const]),
    ...hoursBlock("given", given),
    ...hoursBlock("unconfirmed", impact.unconfirmed.hours),
    ...hoursBlock("lost", impact.lost.hours),
    ...hoursBlock("declined", impact.declined.hours),
    ...coverBlock("coverage", impact.coverage.all, impact.threshold),
    ...coverBlock("wishes", impact.coverage.wishes, impact.threshold),
  ];
}

function hoursBlock(name: "given" | "unconfirmed" | "lost" | "declined", of: Guarded<Hours>): FigureBlock[] {
  if (of === "few") return [];
  const { hours, people, unknown } = of;
  return [{ block: "figure", name, people, unknown, ...(hours !== null && { hours }) }];
}

/** Of few people who are covered, or who are not, nothing is said either. */
function coverBlock(name: "coverage" | "wishes", cover: Guarded<Cover>, threshold: number): FigureBlock[] {
  if (cover === "few") return [];
  const { covered, people: of } = cover;
  if ([covered, of - covered].some((people) => guard(people, people, threshold) === "few")) return [];
  return [{ block: "figure", name, people: covered, of }];
}

function isFixed({ status }: Fact): boolean {
  return status === "done" || status === "possible";
}

function hoursOf(hours: Guarded<Hours> | undefined): number | null {
  if (hours === undefined || hours === "few") return null;
  return populations(hours).every((people) => people > 0) ? hours.hours : null;
}

function byMost(a: number | null, b: number | null): number {
  return (b ?? -1) - (a ?? -1);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
