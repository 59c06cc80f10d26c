import type { Refuse } from "./refusals";
import { readNumber } from "./values";

/** As the protocol has it: where few people report, a rounded hour alone hides little. */
const USUAL = 10;
/** Four hours: half a day's work, after which an answer would be too late for anybody. */
const MOST = 240;

/** What is refused counts as the usual: a slip must not take a protection away that people were promised. */
export function readAnonymousDelay(value: unknown, refuse: Refuse): number {
  const isGood = (minutes: number) => Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST;
  return readNumber(value, "anonymousDelayMinutes", isGood, refuse) ?? USUAL;
}
