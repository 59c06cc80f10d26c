import type { Burden } from "@/lib/protocol/burden";
import type { HelpedAnswer } from "@/lib/protocol/vocabulary";
import type { Language } from "./annoyance";
import type { Calendar } from "./calendar";
import { minutesNow } from "./cost";
import type { Draw } from "./draw";
import { STILL_WRONG, THANKS } from "./phrases";
import type { Events, Via } from "./sample-events";

/** Somebody who may say whether it helped: a reporter, or by tag who said me too. */
export interface Asked {
  report: string;
  via: Via;
  tag?: string;
  language: Language;
  burden: Burden | undefined;
}

/** What of it is asked: the fix, and how many of a hundred it helped. */
export interface Claim {
  event: string;
  at: number;
  /** Share of those who say yes. */
  helps: number;
}

const ANSWERS_SHARE = { reporter: 0.68, colleague: 0.55 };
/** Who says yes is asked again. Days later, and how many answer. */
const CHECKS = [
  { check: "weeks4", days: 28, share: 0.35 },
  { check: "weeks12", days: 84, share: 0.25 },
] as const;

/** Who is asked whether it helped may say so within some days, or never. `until` is when the claim stops to stand. */
export function sayWhetherItHelped(
  { draw, events, calendar }: { draw: Draw; events: Events; calendar: Calendar },
  { report, via, tag, language, burden }: Asked,
  claim: Claim,
  until: number,
): void {
  if (!draw.chance(tag === undefined ? ANSWERS_SHARE.reporter : ANSWERS_SHARE.colleague)) return;
  const answer: HelpedAnswer = draw.chance(claim.helps) ? "yes" : draw.chance(0.55) ? "partly" : "no";
  const at = calendar.after(claim.at, 1 + Math.round(draw.early() * 12));
  if (at >= until || at <= claim.at) return;
  say(at, answer, "first");
  if (answer !== "yes") return;
  for (const { check, days, share } of CHECKS) {
    const again = calendar.after(at, days + draw.int(0, 9));
    if (!draw.chance(share) || again >= until) return;
    say(again, draw.chance(0.93) ? "yes" : "partly", check);
  }

  function say(moment: number, said: HelpedAnswer, check: "first" | "weeks4" | "weeks12"): void {
    const now = minutesNow(draw, said, burden);
    const isWordy = check === "first" && draw.chance(said === "yes" ? 0.3 : 0.65);
    const text = isWordy ? draw.pick((said === "yes" ? THANKS : STILL_WRONG)[language]) : undefined;
    events.add("org.earshot.helped.answered.v1", moment, report, via, {
      answer: said,
      forEvent: claim.event,
      ...(now !== undefined && { minutesNow: now }),
      ...(text !== undefined && { text }),
      check,
      ...(tag !== undefined && { tag }),
    });
  }
}
