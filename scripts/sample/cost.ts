import { type Burden, MINUTES, type MinutesNow, MINUTES_NOW, OFTEN } from "@/lib/protocol/burden";
import type { HelpedAnswer } from "@/lib/protocol/vocabulary";
import type { Annoyance } from "./annoyance";
import type { Draw } from "./draw";

type Usual = Pick<Annoyance, "often" | "minutes" | "kind">;

/** What one person says that it costs; undefined for the many who do not say. */
export function burdenOf(draw: Draw, usual: Usual): Burden | undefined {
  if (draw.chance(0.34)) return undefined;
  const holdsBack = draw.weighted(
    usual.kind === "broken" ? { little: 2, slows: 6, blocks: 0.4 } : { little: 4, slows: 6, blocks: 0.03 },
  );
  if (draw.chance(0.12)) return { holdsBack };
  const often = near(draw, OFTEN, usual.often);
  if (draw.chance(0.1)) return { often };
  const minutes = near(draw, MINUTES, usual.minutes);
  // Nobody loses an hour many times a day.
  const cost = { often, minutes: often === "hourly" && minutes > 1 ? 1 : minutes } as const;
  return draw.chance(0.7) ? { ...cost, holdsBack } : cost;
}

/** What somebody says who says all of it. */
export function wholeBurden({ often, minutes }: Usual): Burden {
  return { often, minutes, holdsBack: "slows" };
}

/** Mostly what is usual, else the step above or below it. */
function near<T>(draw: Draw, scale: readonly T[], usual: T): T {
  if (draw.chance(0.68)) return usual;
  const place = scale.indexOf(usual) + (draw.chance(0.5) ? 1 : -1);
  return scale[Math.min(Math.max(place, 0), scale.length - 1)] ?? usual;
}

/** What it costs after the fix, as far as somebody says so. */
export function minutesNow(draw: Draw, answer: HelpedAnswer, before: Burden | undefined): MinutesNow | undefined {
  if (before?.minutes === undefined || draw.chance(0.25)) return undefined;
  if (answer === "yes") return draw.chance(0.6) ? 0 : undefined;
  const place = MINUTES_NOW.indexOf(before.minutes);
  return MINUTES_NOW[answer === "no" ? place : Math.max(1, place - 1)];
}
