import { randomInt } from "node:crypto";

/**
 * Seeds below this are retired for the measure of redaction: strings made from them have been shown to the people who
 * write the detector, so a figure from them says nothing any more. A fresh seed never falls among them.
 */
const RETIRED_BELOW = 1_000_000;

export interface Random {
  readonly seed: number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `length` characters of `alphabet`. */
  text(length: number, alphabet: string): string;
  /** `#` becomes a digit, `!` a digit from 1, `?` a capital letter; everything else stays. */
  fill(pattern: string): string;
}

export const DIGITS = "0123456789";
export const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const HEX = "0123456789abcdef";
export const LOWER = CAPITALS.toLowerCase();
export const ALPHANUMERIC = `${CAPITALS}${LOWER}${DIGITS}`;

/** The seed of this run: EARSHOT_SEED to repeat a run, else a fresh one. */
export function seedOfRun(wanted = process.env["EARSHOT_SEED"]): number {
  if (wanted === undefined || wanted === "") return randomInt(RETIRED_BELOW, 2 ** 31);
  const seed = Number(wanted);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`A seed is a whole number, and not ${wanted}`);
  return seed;
}

/** mulberry32: small, public, good enough to draw strings, and the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  function pick<T>(items: readonly T[]): T {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new Error("Nothing to pick from");
    return item;
  }
  const text = (length: number, alphabet: string) =>
    Array.from({ length }, () => alphabet.charAt(int(0, alphabet.length - 1))).join("");
  const filled: Record<string, string> = { "#": DIGITS, "!": "123456789", "?": CAPITALS };
  return {
    seed,
    int,
    pick,
    text,
    chance: (share) => next() < share,
    fill: (pattern) => pattern.replaceAll(/[#!?]/g, (mark) => text(1, filled[mark] ?? mark)),
  };
}

/** Patterns for `fill`, one country or family a line. */
export function ways(...lines: string[]): string[] {
  return lines.flatMap((line) => line.split(" | "));
}

export function patterns(...lines: string[]): (random: Random) => string {
  const list = ways(...lines);
  return (random) => random.fill(random.pick(list));
}
