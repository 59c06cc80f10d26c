import { DELAY_DIVISOR } from "./build";

/** Randomness: `bytes` for keys, `fraction` (0 up to, not including, 1) for delays. */
export interface Random {
  bytes(length: number): Uint8Array<ArrayBuffer>;
  fraction(): number;
}

export const systemRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  // A delay that can be foreseen would not hide anything, so this comes from the same source as the keys.
  fraction: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};

/** `intervalMs` 20 % up or down, so that polls of many browsers spread out; `fraction` is random, from 0 up to 1. */
export function jittered(intervalMs: number, fraction: number): number {
  return Math.round((intervalMs * (0.8 + 0.4 * fraction)) / DELAY_DIVISOR);
}
