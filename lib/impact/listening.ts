import type { Fact } from "./told";
import { guard, type Guarded } from "./threshold";

/**
 * How well people are heard: four figures side by side, never mixed into one, of the team and never of a person. Each
 * report is one person who waits, also one that was joined to another; over the last 12 months.
 */
export interface Listening {
  /** Milliseconds until a reporter heard the first word of somebody of IT: half of them waited less; null: nobody did. */
  firstWordMs: Guarded<number | null>;
  /** Reports to whom somebody of IT has said something, of all. */
  answered: Guarded<{ count: number; of: number }>;
  /** People who said that it helped (`yes`), of those who were asked and said anything. */
  helped: Guarded<{ yes: number; partly: number; no: number; of: number }>;
  /** When the report was made that has waited longest without anybody having read it; null: all were. Of all times. */
  oldestUnheard: string | null;
}

export function createListening(since: string, threshold: number) {
  const waits: number[] = [];
  const answers = { yes: 0, partly: 0, no: 0 };
  let reports = 0;
  let answered = 0;
  let oldestUnheard: string | null = null;

  return {
    /** Each report, once. */
    report({ createdAt, status, firstWord = null }: Pick<Fact, "createdAt" | "status" | "firstWord">): void {
      if (status === "new" && firstWord === null && (oldestUnheard === null || createdAt < oldestUnheard)) {
        oldestUnheard = createdAt;
      }
      if (createdAt < since) return;
      reports += 1;
      if (firstWord === null) return;
      answered += 1;
      if (firstWord !== "unknown") waits.push(firstWord);
    },
    /** Each annoyance, once, with what all its people say. */
    claim({ createdAt, helped }: Pick<Fact, "createdAt" | "helped">): void {
      if (helped.forEvent === null || createdAt < since) return;
      answers.yes += helped.yes;
      answers.partly += helped.partly;
      answers.no += helped.no;
    },
    result(): Listening {
      const of = answers.yes + answers.partly + answers.no;
      return {
        firstWordMs: guard(median(waits), waits.length, threshold),
        answered: guard({ count: answered, of: reports }, reports, threshold),
        helped: guard({ ...answers, of }, of, threshold),
        oldestUnheard,
      };
    },
  };
}

/** The middle one; of an even number the mean of the two in the middle. null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
