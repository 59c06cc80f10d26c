import { type Guarded, hidden } from "./threshold";
import type { Fact } from "./told";

/** People whose annoyance is `done` or `possible` now, of all who told of one. */
export interface Cover {
  covered: number;
  people: number;
}

/** Over what was told in the last 12 months, and is not erased. */
export interface Coverage {
  all: Guarded<Cover>;
  /** What people miss (`missing`). */
  wishes: Guarded<Cover>;
}

export const NOBODY: Readonly<Cover> = { covered: 0, people: 0 };

export function createCoverage(since: string) {
  const all = { ...NOBODY };
  const wishes = { ...NOBODY };

  return {
    /** Each annoyance once, with all that is the same. Gives what it adds. */
    add({ createdAt, status, kind, people }: Fact): Readonly<Cover> {
      if (createdAt < since) return NOBODY;
      const covered = status === "done" || status === "possible" ? people : 0;
      const cover = { covered, people };
      addCover(all, cover);
      if (kind === "missing") addCover(wishes, cover);
      return cover;
    },
    result(threshold: number): Coverage {
      const people = [wishes.people, all.people - wishes.people];
      const isFew = all.people > 0 && all.people < threshold;
      return { all: isFew ? "few" : all, wishes: hidden([people], threshold)[0] ? "few" : wishes };
    },
  };
}

export function addCover(sum: Cover, { covered, people }: Cover): void {
  sum.covered += covered;
  sum.people += people;
}
