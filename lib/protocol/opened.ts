import { z } from "zod";
import { LIMITS } from "./limits";

/** `POST /v1/reports/opened`: reports that a reviewer has opened by themselves, and when, by the reader's own clock. */
export const openedSchema = z.object({
  opened: z
    .array(z.object({ id: z.uuid(), at: z.iso.datetime() }))
    .min(1)
    .max(LIMITS.opened),
});
