import { DELAY_DIVISOR } from "@/lib/platform/build";

const FIRST_MS = 5_000;
const LONGEST_MS = 60 * 60_000;
const SHORTEST_MS = 1_000;

/**
 * Full jitter: a random time up to 5 s doubled with each failure, at most an hour, at least a second. `failures` is how
 * many came before; `fraction` is random, from 0 up to 1. A company's browsers must not come back all at once.
 */
export function backoffMs(failures: number, fraction: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(0, failures), 30));
  return Math.ceil(Math.max(SHORTEST_MS, fraction * ceiling) / DELAY_DIVISOR);
}
