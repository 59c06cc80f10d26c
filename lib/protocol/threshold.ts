/** People under whom no figure is broken down, where policy does not say otherwise. */
export const THRESHOLD = 5;
