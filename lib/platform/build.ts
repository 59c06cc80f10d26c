declare const __DELAY_DIVISOR__: number;

/** 1 in every build that people get; larger only in the build that the end-to-end tests drive. */
export const DELAY_DIVISOR: number = __DELAY_DIVISOR__;
