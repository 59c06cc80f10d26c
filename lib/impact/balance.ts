import type { Fact } from "./told";

/** Hours a week, with the people whom they are of. */
export interface Hours {
  /** null: nobody has said how much. Never 0 for what is not known. */
  hours: number | null;
  people: number;
  /** Of them, those who did not say how much: their hours are not in `hours`. */
  unknown: number;
}

export const NO_HOURS: Readonly<Hours> = { hours: null, people: 0, unknown: 0 };

/** What one annoyance costs and gives, each hour in one place. */
export interface Balance {
  /** People who said that it helped, and what they got back. */
  given: Readonly<Hours>;
  /** IT says that it is done, and people have not said anything: a claim, no value. At most so much. */
  unconfirmed: Readonly<Hours>;
  lost: Readonly<Hours>;
}

/**
 * A document has sums only. Where some of its people have answered and some have not, nothing tells whose hours are
 * left: with nothing but a yes they stay unconfirmed, with a `partly` or a `no` they count as still lost, so that no
 * figure flatters. Hours that a `yes` left over are among them.
 */
export function balanceOf({ people, hoursAWeek, hoursUnknown, helped }: Fact): Balance {
  if (helped.forEvent === null) {
    const all = { hours: hoursAWeek, people, unknown: hoursUnknown };
    return { given: NO_HOURS, unconfirmed: NO_HOURS, lost: all };
  }
  const { yes, partly, no, hoursGivenBack, givenBackUnknown } = helped;
  const thankful = yes + partly;
  const given: Hours = {
    hours: thankful > givenBackUnknown ? hoursGivenBack : null,
    people: thankful,
    unknown: givenBackUnknown,
  };
  const silent = Math.max(0, people - thankful - no);
  const rest = hoursAWeek === null ? null : Math.max(0, hoursAWeek - hoursGivenBack);
  const unknown = Math.max(0, hoursUnknown - givenBackUnknown);
  if (partly + no === 0 && silent > 0) {
    return { given, unconfirmed: { hours: rest, people: silent, unknown: Math.min(silent, unknown) }, lost: NO_HOURS };
  }
  // All of it is gone, and nobody is left whom it costs anything.
  if (partly + no === 0 && !rest) return { given, unconfirmed: NO_HOURS, lost: NO_HOURS };
  const losing = Math.max(people - yes, partly + no) || people;
  const lost = { hours: rest, people: losing, unknown: Math.min(losing, unknown) };
  return { given, unconfirmed: NO_HOURS, lost };
}

/** Adds hours of people who are not in the sum yet. In place: it is done for each of 100,000. */
export function addHours(sum: Hours, { hours, people, unknown }: Hours): void {
  if (hours !== null) sum.hours = (sum.hours ?? 0) + hours;
  sum.people += people;
  sum.unknown += unknown;
}

/** The people whom figures of these hours stand for: all of them, and those whose hours are in the sum. */
export function populations({ people, unknown }: Hours): [people: number, said: number] {
  return [people, people - unknown];
}
