import type { Burden, MinutesNow } from "@/lib/protocol/burden";
import type { HelpedAnswer } from "@/lib/protocol/event";
import { hoursAWeek, hoursBack } from "./hours";

/** One person's part in one report. `tag` is the same for one install and one report, and says nothing elsewhere. */
export interface Voice {
  tag: string;
  isReporter: boolean;
  on: boolean;
  burden: Burden;
  answer: HelpedAnswer | null;
  minutesNow: MinutesNow | null;
  /** The status event that `answer` is about. */
  forEvent: string | null;
  text: string | null;
}

export function newVoice(tag: string, isReporter: boolean): Voice {
  return {
    tag,
    isReporter,
    on: true,
    burden: {},
    answer: null,
    minutesNow: null,
    forEvent: null,
    text: null,
  };
}

/** What one voice adds to its report's sums. */
export interface Share {
  people: number;
  blocked: number;
  hours: number;
  hoursUnknown: number;
  yes: number;
  partly: number;
  no: number;
  hoursGivenBack: number;
  givenBackUnknown: number;
}

const NOTHING: Share = {
  people: 0,
  blocked: 0,
  hours: 0,
  hoursUnknown: 0,
  yes: 0,
  partly: 0,
  no: 0,
  hoursGivenBack: 0,
  givenBackUnknown: 0,
};

/** `forEvent` is the status event whose answers count: an answer to an earlier fix says nothing of this one. */
export function shareOf(voice: Voice | null, forEvent: string | null): Share {
  if (!voice?.on) return NOTHING;
  const hours = hoursAWeek(voice.burden);
  const answer = forEvent !== null && voice.forEvent === forEvent ? voice.answer : null;
  const counts = answer === "yes" || (answer === "partly" && voice.minutesNow !== null);
  const back = counts ? hoursBack(voice.burden, voice.minutesNow) : null;
  return {
    people: 1,
    blocked: voice.burden.holdsBack === "blocks" ? 1 : 0,
    hours: hours ?? 0,
    hoursUnknown: hours === null ? 1 : 0,
    yes: answer === "yes" ? 1 : 0,
    partly: answer === "partly" ? 1 : 0,
    no: answer === "no" ? 1 : 0,
    hoursGivenBack: back ?? 0,
    givenBackUnknown: (answer === "yes" || answer === "partly") && back === null ? 1 : 0,
  };
}
