import { fakerEN } from "@faker-js/faker";
import type { Random } from "@/tests/support/random";
import { CAPITALS, DIGITS } from "@/tests/support/random";
import { ibanCheck, luhn } from "./check-digits";
import { type Format, whole, type Words } from "./sample";

/** Brands by their published ranges; the rest of the digits is free, the last is Luhn's. */
const BRANDS: readonly { starts: readonly string[]; length: number; groups: readonly number[] }[] = [
  { starts: ["4"], length: 16, groups: [4, 4, 4, 4] },
  { starts: ["51", "52", "53", "54", "55", "2221", "2345", "2720"], length: 16, groups: [4, 4, 4, 4] },
  { starts: ["34", "37"], length: 15, groups: [4, 6, 5] },
  { starts: ["300", "305", "36", "38"], length: 14, groups: [4, 6, 4] },
  { starts: ["6011", "644", "65"], length: 16, groups: [4, 4, 4, 4] },
  { starts: ["3528", "3560", "3589"], length: 16, groups: [4, 4, 4, 4] },
  { starts: ["6221", "6250", "6270"], length: 16, groups: [4, 4, 4, 4] },
  { starts: ["5018", "6304", "6759"], length: 16, groups: [4, 4, 4, 4] },
];

const CARD_WORDS: Words = {
  en: ["card number", "credit card", "card no.", "Visa", "debit card"],
  de: ["Kartennummer", "Kreditkarte", "Kreditkartennummer", "Kartennr."],
  pt: ["número do cartão", "cartão de crédito", "cartão"],
};

function card(random: Random): { digits: string; groups: readonly number[] } {
  const brand = random.pick(BRANDS);
  const start = random.pick(brand.starts);
  const body = start + random.text(brand.length - 1 - start.length, DIGITS);
  return { digits: body + luhn(body), groups: brand.groups };
}

function grouped(text: string, sizes: readonly number[], separator: string): string {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(separator);
}

/** Pages keep numbers together with no-break spaces now and then. */
const spaceOf = (random: Random) => (random.chance(0.06) ? random.pick(["\u00a0", "\u202f"]) : " ");

/** Registry of IBANs: the account part, `n` digits, `a` capitals, `c` either. */
const IBANS: Record<string, string> = {
  DE: "n18",
  AT: "n16",
  CH: "n5c12",
  FR: "n10c11n2",
  ES: "n20",
  IT: "a1n10c12",
  NL: "a4n10",
  BE: "n12",
  GB: "a4n14",
  PL: "n24",
  PT: "n21",
  SE: "n20",
  BR: "n23a1c1",
  NO: "n11",
  DK: "n14",
  IE: "a4n14",
};

const IBAN_WORDS: Words = {
  en: ["IBAN", "account", "bank account"],
  de: ["IBAN", "Bankverbindung", "Kontonummer"],
  pt: ["IBAN", "conta bancária"],
};

function iban(random: Random): string {
  if (random.chance(0.3)) return fakerEN.finance.iban();
  const country = random.pick(Object.keys(IBANS));
  const alphabets: Record<string, string> = { n: DIGITS, a: CAPITALS, c: DIGITS + CAPITALS };
  const account = (IBANS[country] ?? "").replaceAll(/([nac])(\d+)/g, (_, kind: string, length: string) =>
    random.text(Number(length), alphabets[kind] ?? DIGITS),
  );
  return country + ibanCheck(country, account) + account;
}

const inFours = (text: string, separator: string) => text.replaceAll(/(.{4})(?=.)/g, `$1${separator}`);

export const bankFormats: readonly Format[] = [
  {
    name: "card, grouped",
    count: 160,
    words: CARD_WORDS,
    make(random) {
      const { digits, groups } = card(random);
      return whole(grouped(digits, groups, random.chance(0.3) ? "-" : spaceOf(random)));
    },
  },
  {
    name: "card, faker's way",
    count: 80,
    words: CARD_WORDS,
    make(random) {
      const issuer = random.pick(["mastercard", "american_express", "discover", "jcb", "diners_club"]);
      return whole(fakerEN.finance.creditCardNumber(issuer));
    },
  },
  {
    name: "card, bare",
    count: 140,
    words: CARD_WORDS,
    slug: "card",
    make: (random) => whole(card(random).digits),
  },
  {
    name: "IBAN, grouped",
    count: 160,
    words: IBAN_WORDS,
    make(random) {
      const text = inFours(iban(random), spaceOf(random));
      return whole(random.chance(0.04) ? text.toLowerCase() : text);
    },
  },
  {
    name: "IBAN, bare",
    count: 160,
    words: IBAN_WORDS,
    slug: "iban",
    make: (random) => whole(iban(random)),
  },
];
