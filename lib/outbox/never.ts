/** A time that does not come. */
export const NEVER = Number.MAX_SAFE_INTEGER;
