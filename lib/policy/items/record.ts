import { z } from "zod";

/** An object whose values nobody has looked at yet. */
export const record = z.record(z.string(), z.unknown());
