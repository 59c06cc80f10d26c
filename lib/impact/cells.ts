import { round } from "@/lib/reports/hours";
import { addHours, type Balance, type Hours, NO_HOURS, populations } from "./balance";
import { addCover, type Cover, NOBODY } from "./coverage";
import type { MonthFigures, SiteFigures } from "./figures";
import { type Month, monthFinder } from "./months";
import { guard, type Guarded, hidden } from "./threshold";
import type { Fact } from "./told";

interface MonthCell {
  annoyances: number;
  people: number;
  given: Hours;
}

/** Figures by site. Of each column the whole is shown too, so that each hides its own small cells. */
export function createSites() {
  const cells = new Map<string | null, { given: Hours; lost: Hours; cover: Cover }>();
  return {
    add(site: string | null, { given, lost }: Balance, cover: Cover): void {
      let cell = cells.get(site);
      if (!cell) {
        cell = { given: { ...NO_HOURS }, lost: { ...NO_HOURS }, cover: { ...NOBODY } };
        cells.set(site, cell);
      }
      addHours(cell.given, given);
      addHours(cell.lost, lost);
      addCover(cell.cover, cover);
    },
    result(threshold: number): SiteFigures[] {
      const rows = [...cells].sort(([a], [b]) => byName(a, b));
      const given = guardedHours(
        rows.map(([, cell]) => cell.given),
        threshold,
      );
      const lost = guardedHours(
        rows.map(([, cell]) => cell.lost),
        threshold,
      );
      const hides = hidden([rows.map(([, { cover }]) => cover.people)], threshold);
      return rows.map(([site, { cover }], at) => ({
        site,
        given: given[at] ?? "few",
        lost: lost[at] ?? "few",
        coverage: hides[at] ? "few" : cover,
      }));
    },
  };
}

/** Figures by month. What lies before the first one is a cell of its own: it is part of the whole as well. */
export function createMonths(months: readonly Month[]) {
  const cells: MonthCell[] = Array.from({ length: months.length + 1 }, () => ({
    annoyances: 0,
    people: 0,
    given: { ...NO_HOURS },
  }));
  const monthAt = monthFinder(months);
  const cellAt = (at: string) => cells[monthAt(at) + 1];

  return {
    add({ createdAt, statusAt, people }: Fact, given: Hours): void {
      const told = cellAt(createdAt);
      if (told) {
        told.annoyances += 1;
        told.people += people;
      }
      if (given.people === 0) return;
      const fixed = cellAt(statusAt ?? createdAt);
      if (fixed) addHours(fixed.given, given);
    },
    result(threshold: number): MonthFigures[] {
      const given = guardedHours(
        cells.map((cell) => cell.given),
        threshold,
      );
      const hides = hidden([cells.map(({ people }) => people)], threshold);
      return months.map(({ name }, place) => {
        const { annoyances = 0, people = 0 } = cells[place + 1] ?? {};
        return {
          month: name,
          told: hides[place + 1] ? "few" : { annoyances, people },
          given: given[place + 1] ?? "few",
        };
      });
    },
  };
}

/** Cells of one whole that is shown, each with its hours or hidden. */
export function guardedHours(cells: readonly Readonly<Hours>[], threshold: number): Guarded<Hours>[] {
  const both = cells.map(populations);
  const hides = hidden([both.map(([people]) => people), both.map(([, said]) => said)], threshold);
  return cells.map((hours, at) => (hides[at] ? "few" : rounded(hours)));
}

/** A whole by itself. */
export function guardHours(hours: Hours, threshold: number): Guarded<Hours> {
  return populations(hours).some((people) => guard(null, people, threshold) === "few") ? "few" : rounded(hours);
}

export function rounded({ hours, people, unknown }: Hours): Hours {
  return { hours: hours === null ? null : round(hours), people, unknown };
}

function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b);
}
