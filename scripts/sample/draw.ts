import { createHash } from "node:crypto";
import { createRandom, HEX } from "@/tests/support/random";

/** What the sample draws by: the same for the same seed, on every machine. */
export interface Draw {
  chance(share: number): boolean;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** By weights, e.g. `{ en: 5, de: 3 }`. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** The same, more often near 0. */
  early(): number;
  /** A factor around 1: what differs from one computer to the next. */
  around(): number;
  /** Of version 4, as anonymous events must have. */
  uuid(): string;
  /** A reply key with the hash that a report carries of it, and a tag. */
  key(): { key: string; hash: string };
  tag(): string;
}

const STEPS = 1_000_000;
const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** 22 characters hold 128 bits, and the last one only two of them. */
const LAST_OF_TAG = "AQgw";

export function createDraw(seed: number): Draw {
  const { chance, int, pick, text } = createRandom(seed);
  const fraction = () => int(0, STEPS - 1) / STEPS;
  return {
    chance,
    int,
    pick,
    fraction,
    weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
      const entries = Object.entries<number>(weights);
      let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left <= 0) return name as T;
      }
      throw new Error("nothing to pick from");
    },
    early: () => fraction() ** 1.6,
    around: () => 0.7 + 0.35 * (fraction() + fraction()),
    uuid: () =>
      [
        text(8, HEX),
        text(4, HEX),
        `4${text(3, HEX)}`,
        `${pick(["8", "9", "a", "b"])}${text(3, HEX)}`,
        text(12, HEX),
      ].join("-"),
    key() {
      const key = text(43, BASE64URL);
      return { key, hash: createHash("sha256").update(key).digest("hex") };
    },
    tag: () => text(21, BASE64URL) + text(1, LAST_OF_TAG),
  };
}
