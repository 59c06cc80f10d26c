import { z } from "zod";

export const HOLDS_BACK = ["little", "slows", "blocks"] as const;
export const OFTEN = ["once", "monthly", "weekly", "daily", "hourly"] as const;
/** Minutes that an annoyance costs each time: seconds, about a minute, 5, 15, an hour or more. */
export const MINUTES = [0.25, 1, 5, 15, 60] as const;
/** Minutes that it costs now: as `MINUTES`, or nothing any more. */
export const MINUTES_NOW = [0, ...MINUTES] as const;

const minutesSchema = z.literal(MINUTES);
export const minutesNowSchema = z.literal(MINUTES_NOW);

/** What an annoyance costs one person. What is missing is unknown, never zero. */
export const burdenSchema = z.object({
  holdsBack: z.enum(HOLDS_BACK).optional(),
  often: z.enum(OFTEN).optional(),
  minutes: minutesSchema.optional(),
});

export type Burden = z.infer<typeof burdenSchema>;
export type HoldsBack = (typeof HOLDS_BACK)[number];
export type Often = (typeof OFTEN)[number];
export type Minutes = (typeof MINUTES)[number];
export type MinutesNow = (typeof MINUTES_NOW)[number];
