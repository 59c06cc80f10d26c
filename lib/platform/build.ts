declare const __DELAY_DIVISOR__: number;

/** 1 in every build that people get; larger only in the build that the end-to-end tests drive. */
export const DELAY_DIVISOR: number = __DELAY_DIVISOR__;

// A name that survives minification, where the number itself cannot be told from any other: by it `tests/build` tells
// the two builds apart. The shipped one drops the branch.
if (__DELAY_DIVISOR__ !== 1) Object.assign(globalThis, { "earshot-e2e-delays": __DELAY_DIVISOR__ });
