/** The words of the protocol that also screens list; apart from the schemas, so that these stay out of what screens load. */
export const KINDS = ["slow", "confusing", "broken", "steps", "missing", "other"] as const;
export type Kind = (typeof KINDS)[number];

export const STATUSES = ["new", "heard", "asked", "planned", "done", "possible", "declined"] as const;
export type Status = (typeof STATUSES)[number];

export const ANSWERS = ["yes", "partly", "no"] as const;
export type HelpedAnswer = (typeof ANSWERS)[number];

/** When "Did this help?" is asked: after the fix, and whether it is still good four and twelve weeks later. */
export const LATER_CHECKS = ["weeks4", "weeks12"] as const;
export const CHECKS = ["first", ...LATER_CHECKS] as const;
export type Check = (typeof CHECKS)[number];
