import type { PageContext, Timings } from "@/lib/protocol/context";

/** The tool's name, or its host where the report came from a computer that knows no name for it. */
export function siteText({ site, origin }: PageContext): string {
  return site ?? new URL(origin).host;
}

/** What became of a request, for people: nobody should have to know the numbers. */
export type FailedHow = "none" | "denied" | "missing" | "slow" | "client" | "server";

export function failedHow(status: number): FailedHow {
  if (status === 0) return "none";
  if (status === 401 || status === 403) return "denied";
  if (status === 404 || status === 410) return "missing";
  if (status === 408 || status === 504) return "slow";
  return status < 500 ? "client" : "server";
}

export type TimeFact = keyof Omit<Timings, "cls">;
const TIME_FACTS: readonly TimeFact[] = ["ttfb", "lcp", "load", "inp", "longTasks"];

/** The recorded times in seconds, in the order in which a page comes up. */
export function timesOf(timings: Timings | undefined): { name: TimeFact; seconds: number }[] {
  return TIME_FACTS.flatMap((name) => {
    const ms = timings?.[name];
    return ms === undefined ? [] : [{ name, seconds: Math.round(ms / 100) / 10 }];
  });
}
