import { DELAY_DIVISOR } from "@/lib/platform/build";
import type { Policy } from "./policy";

/** The longest that something without a name waits, in milliseconds. */
export function anonymousMs({ anonymousDelayMinutes }: Pick<Policy, "anonymousDelayMinutes">): number {
  return (anonymousDelayMinutes * 60_000) / DELAY_DIVISOR;
}
