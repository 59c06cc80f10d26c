import type { Company, Hourly, PollKind } from "./simulate";

/** One line of protocol section 9. */
export interface PlanLine {
  name: string;
  kinds: readonly PollKind[];
  /** Requests an hour. */
  atMost: number;
  /** Whether that is planned for the busiest hour, or over the hours of a working day. */
  of: "busiest hour" | "mean";
  /** Where the number comes from. */
  why: string;
}

/** Everybody comes in the morning: section 9 plans three times the mean for what everybody asks. */
const PEAK = 3;

/** What protocol section 9 plans for a company: its requests a second, as an hour has them. */
export function planOf({ people, withThread, peopleAReviewer, popupOpen, activeHours }: Company): PlanLine[] {
  const reviewers = people / peopleAReviewer;
  return [
    {
      name: "files and config",
      kinds: ["config", "known", "news"],
      atMost: (PEAK * people * 3) / activeHours,
      of: "busiest hour",
      why: "3 polls a person in a day, three times as many when all come",
    },
    {
      name: "own threads",
      kinds: ["threads"],
      atMost: (people * withThread) / 2,
      of: "mean",
      why: "one person in 20 has one, every 2 hours",
    },
    {
      name: "reviewers",
      kinds: ["changes", "session"],
      atMost: reviewers * (12 + popupOpen * 240),
      of: "mean",
      why: "each 5 minutes, and each 15 s while the popup is open",
    },
  ];
}

export interface Measured extends PlanLine {
  /** Requests an hour, by hour of the day. */
  hours: number[];
  mean: number;
  busiest: number;
  isWithin: boolean;
}

/** The plan with what was counted beside it. Pure. */
export function measure(plan: readonly PlanLine[], hourly: Hourly, activeHours: number): Measured[] {
  return plan.map((line) => {
    const hours = Array.from({ length: 24 }, (_, hour) =>
      line.kinds.reduce((sum, kind) => sum + (hourly[kind][hour] ?? 0), 0),
    );
    const mean = hours.reduce((sum, count) => sum + count, 0) / activeHours;
    const busiest = Math.max(...hours);
    return { ...line, hours, mean, busiest, isWithin: (line.of === "mean" ? mean : busiest) <= line.atMost };
  });
}
