import { CAPITALS, DIGITS, HEX, type Random } from "@/tests/support/random";

/**
 * What a careful person could call either: bare digit runs that may be an ID or an order number, hashes that may be a
 * commit or a key. They are printed, so that a change of the detector is seen, and count in neither figure.
 */
export const DOUBTFUL: Record<string, (random: Random) => string> = {
  "9 bare digits": (random) => random.fill("!########"),
  "10 bare digits": (random) => random.fill("!#########"),
  "11 bare digits": (random) => random.fill("!##########"),
  "12 digits in fours": (random) => random.fill("!### #### ####"),
  "hex of 40, alone": (random) => random.text(40, HEX),
  UUID: (random) => [8, 4, 4, 4, 12].map((length) => random.text(length, HEX)).join("-"),
  "two letters, six digits, a letter": (random) => random.fill("??######") + random.text(1, CAPITALS),
  "16 digits without a card's check": (random) => `9${random.text(15, DIGITS)}`,
};
